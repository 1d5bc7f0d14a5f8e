package io.billingcenter.domain.account;

/**
 * An account at a cloud vendor that can settle daily bills (billing rules 5.4).
 *
 * @param settlement settlement method of the vendor
 * @param vendorAccount vendor's name of the account
 */
public record CloudAccount(SettlementMethod settlement, String vendorAccount) {

    @Override
    public String toString() {
        return settlement.code() + " " + vendorAccount;
    }
}
