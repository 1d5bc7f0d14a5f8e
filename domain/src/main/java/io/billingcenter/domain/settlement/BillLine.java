package io.billingcenter.domain.settlement;

import io.billingcenter.domain.money.Money;

/**
 * The change of a line of a bill since the bill was last settled.
 *
 * @param change current sum of its postings less the amount settled before
 * @param forVouchers whether vouchers may pay the line (billing rules 6.1, 6.2)
 * @param vendorAccount cloud account that pays the line if a vendor settles it; otherwise empty
 */
public record BillLine(LineKey key, Money change, boolean forVouchers, String vendorAccount) {}
