package io.billingcenter.domain.settlement;

import io.billingcenter.domain.money.Money;

/**
 * What has come to a share of a bill since it was settled, or gone from it.
 *
 * @param change what its postings amount to now, less what was settled
 * @param vendorAccount cloud account that pays the workspace's part where a vendor settles; else empty
 */
public record BillShare(ShareKey key, Money change, String vendorAccount) {}
