package io.billingcenter.domain.account;

import io.billingcenter.domain.time.DayRange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The dated statement that a billing account pays for a workspace, and how.
 *
 * @param vendorAccount the account at the cloud vendor, where a vendor settles
 */
public record Binding(
        WorkspaceId workspace,
        BillingAccountId account,
        SettlementMethod settlement,
        @Nullable String vendorAccount,
        DayRange days) {

    /** The account at the cloud vendor that settles; none for the wallet. */
    public Optional<CloudAccount> cloudAccount() {
        return settlement.isVendor()
                ? Optional.ofNullable(vendorAccount).map(account -> new CloudAccount(settlement, account))
                : Optional.empty();
    }
}
