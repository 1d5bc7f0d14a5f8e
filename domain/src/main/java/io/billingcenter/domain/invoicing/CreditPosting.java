package io.billingcenter.domain.invoicing;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.digest.Digests;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.settlement.LineKey;
import io.billingcenter.domain.time.BillingDay;

/**
 * An append-only entry that takes an amount of an invoice from the daily bill of an account. It takes back money and no
 * quantity: what was used stays used.
 *
 * @param postedDay day whose bill and month the entry belongs to
 * @param number number of the credit note that it stands on
 * @param creditNumber number of the credit note among all of the installation
 */
public record CreditPosting(
        BillingDay postedDay, BillingAccountId account, InvoiceNumber number, int creditNumber, CreditedItem credited) {

    private static final int ID_DIGITS = 24;

    /** Returns the amount of the entry, below 0. */
    public Money amount() {
        return credited.amount().negated();
    }

    /** Returns an id that depends only on the credit note and the line. */
    public String id() {
        LineKey line = credited.item().line();
        String text = String.join(
                "|",
                number.toString(),
                line.billingDay().toString(),
                line.workspace() == null ? "" : line.workspace().value(),
                line.meterText(),
                line.tier() == null ? "" : line.tier().retentionText(),
                line.agreement(),
                credited.item().settlement().code());
        return "p" + Digests.sha256(text).substring(0, ID_DIGITS);
    }
}
