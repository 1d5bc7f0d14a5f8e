package io.billingcenter.domain.invoicing;

import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.settlement.PaymentParts;

/**
 * The payment of an invoice at the end of its month.
 *
 * @param parts payments of its bills, including arrears cleared by then
 * @param fapiao amount for which a fapiao of the month can be issued: cash that paid its bills, cash that cleared
 *     arrears in it, and cards bought in it; 0 without certification and for currencies other than CNY (billing rules
 *     7.5)
 */
public record InvoicePayment(PaymentParts parts, Money fapiao) {}
