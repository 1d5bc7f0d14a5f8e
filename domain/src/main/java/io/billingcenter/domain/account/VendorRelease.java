package io.billingcenter.domain.account;

import io.billingcenter.domain.time.BillingDay;

/**
 * The end of a cloud account: it was unsubscribed or released at its vendor (billing rules 5.4, 5.6).
 *
 * @param settlement settlement method of the vendor
 * @param vendorAccount account at the vendor
 * @param day first billing day on which it no longer pays
 */
public record VendorRelease(SettlementMethod settlement, String vendorAccount, BillingDay day) {

    /** Checks that the settlement method is a vendor. */
    public VendorRelease {
        if (!settlement.isVendor()) {
            throw new IllegalArgumentException(
                    "Expected the vendor of the released account " + vendorAccount + ", found " + settlement.code());
        }
    }

    /** Returns the cloud account that has ended. */
    public CloudAccount account() {
        return new CloudAccount(settlement, vendorAccount);
    }
}
