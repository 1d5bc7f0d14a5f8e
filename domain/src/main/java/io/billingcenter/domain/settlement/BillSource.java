package io.billingcenter.domain.settlement;

import io.billingcenter.domain.money.Money;

/**
 * A source that paid a bill, with the part that was not given back, as it was kept before payments were known by line.
 *
 * @param instrument voucher or card; empty for the other sides, a vendor's too
 * @param order number of the ledger entry by which it first paid the bill
 * @param left at least nothing; of {@link LedgerAccount#ARREARS}: what is still owed for the bill
 */
public record BillSource(BillKey bill, LedgerAccount side, String instrument, long order, Money left) {}
