package io.billingcenter.domain.focus;

import io.billingcenter.domain.time.BillingDay;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A line of an invoice: what one item of a workspace costs in the month, or on a billing day of a month that was closed
 * before.
 *
 * @param sku id of the item; null for what a credit note gives back
 * @param correctedDay billing day that the line corrects; null for one of the month itself
 */
public record InvoiceDetail(
        FocusInvoice invoice,
        String id,
        ChargeOwner owner,
        ChargeCategory category,
        BigDecimal billed,
        String description,
        @Nullable String sku,
        @Nullable BillingDay correctedDay) {}
