package io.billingcenter.domain.settlement;

import io.billingcenter.domain.money.Money;

/**
 * A source that paid a bill, with the amount not refunded so far, as recorded before payments were kept by line.
 *
 * @param instrument voucher or card; empty for all other ledger accounts, including the vendor's
 * @param order number of the ledger entry by which it first paid the bill
 * @param left amount not refunded, at least 0; for {@link LedgerAccount#ARREARS} the amount still owed for the bill
 */
public record BillSource(BillKey bill, LedgerAccount ledgerAccount, String instrument, long order, Money left) {}
