package io.billingcenter.domain.invoicing;

import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingDay;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The part of an invoice line with one unit price and, for adjustments, one billing day.
 *
 * @param billingDay billing day of the adjusted usage or fee; null for other kinds of postings
 * @param unitPrice price of one unit; null in a line that is not divided
 */
public record LineDetail(
        @Nullable BillingDay billingDay, @Nullable BigDecimal unitPrice, BigDecimal quantity, Money amount) {}
