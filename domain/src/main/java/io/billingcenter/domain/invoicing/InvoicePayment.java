package io.billingcenter.domain.invoicing;

import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.settlement.PaymentParts;

/**
 * The payment of an invoice at the end of its month.
 *
 * @param parts how its bills are paid, arrears that were cleared by then included
 * @param fapiao what a fapiao of the month states: cash that paid its bills, cash that cleared arrears in it, and cards bought in
 *     it; nothing without certification or in another currency than CNY (billing rules 7.5)
 */
public record InvoicePayment(PaymentParts parts, Money fapiao) {}
