package io.billingcenter.samples.oracle;

import java.time.LocalDate;

/** An entry on a daily bill. */
record Posting(
        LocalDate posted,
        LocalDate day,
        Key key,
        String kind,
        Fraction quantity,
        Fraction price,
        String version,
        Fraction amount) {

    /**
     * What is compared with what was posted before.
     *
     * @param scope the workspace-day, or the agreement of a fee
     * @param workspace empty for packages and packs
     * @param tier the meter is empty for a package
     */
    record Key(String scope, String account, String settlement, String currency, String workspace, Tier tier) {}

    /** The class of the line on a bill: vouchers pay neither messages nor synthetic tests (billing rules 6.1). */
    boolean isOfTheClassOfVouchers() {
        return !key.tier().meter().equals("sms") && !key.tier().meter().equals("synthetic");
    }

    /** Vouchers are for the commercial plan, so not for what a private deployment costs (billing rules 6.2). */
    boolean mayBePaidByVoucher(Reference reference) {
        boolean fee = key.scope().startsWith("fee ");
        boolean isPrivate = !key.workspace().isEmpty()
                && (fee || reference.plan(key.workspace(), day).equals("private"));
        return isOfTheClassOfVouchers() && !isPrivate;
    }
}
