package io.billingcenter.domain.invoicing;

import io.billingcenter.domain.money.Money;

/**
 * The part of a credit that an item of the invoice has.
 *
 * @param amount amount that is credited, above 0
 */
public record CreditedItem(InvoicedItem item, Money amount) {}
