package io.billingcenter.domain.account;

import io.billingcenter.domain.time.DayRange;
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
        DayRange days) {}
