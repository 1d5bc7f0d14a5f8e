package io.billingcenter.domain.settlement;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The amount that a cloud account pays for a workspace of a daily bill, net of vouchers and cards (billing rules 6.4,
 * reading Q29).
 *
 * @param settlement number of the settlement of the bill, from 1
 */
public record MarketplaceRecord(
        BillKey bill, @Nullable WorkspaceId workspace, String vendorAccount, Money amount, int settlement) {}
