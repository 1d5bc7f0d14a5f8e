package io.billingcenter.domain.account;

import io.billingcenter.domain.time.DayRange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The dated statement that a billing account pays for a workspace, and by which settlement method.
 *
 * @param vendorAccount account at the cloud vendor, if a vendor settles; otherwise null
 */
public record Binding(
        WorkspaceId workspace,
        BillingAccountId account,
        SettlementMethod settlement,
        @Nullable String vendorAccount,
        DayRange days) {

    /** Returns the cloud account that settles; empty for the wallet. */
    public Optional<CloudAccount> cloudAccount() {
        return settlement.isVendor()
                ? Optional.ofNullable(vendorAccount).map(account -> new CloudAccount(settlement, account))
                : Optional.empty();
    }
}
