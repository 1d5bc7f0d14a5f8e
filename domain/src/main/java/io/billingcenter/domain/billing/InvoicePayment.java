package io.billingcenter.domain.billing;

import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.settlement.PaidParts;

/**
 * How an invoice is paid at the end of its month.
 *
 * @param parts how its bills are paid, arrears that were cleared by then included
 * @param fapiao what may be stated on a fapiao: cash that was spent and cards that were bought by then, less what earlier
 *     invoices state (billing rules 7.5)
 */
public record InvoicePayment(PaidParts parts, Money fapiao) {}
