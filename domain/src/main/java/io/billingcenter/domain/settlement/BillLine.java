package io.billingcenter.domain.settlement;

import io.billingcenter.domain.money.Money;

/**
 * The change of a line of a bill since the bill was settled.
 *
 * @param change what its postings amount to now, less what was settled
 * @param forVouchers whether vouchers may pay it (billing rules 6.1, 6.2)
 * @param vendorAccount cloud account that pays it where a vendor settles; else empty
 */
public record BillLine(LineKey key, Money change, boolean forVouchers, String vendorAccount) {}
