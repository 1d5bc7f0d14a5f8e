package io.billingcenter.domain.focus;

import io.billingcenter.domain.time.BillingDay;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * A document of an account: an invoice, or a credit note.
 *
 * @param payable amount that it asks for: the total less what vouchers, cards and cloud accounts pay
 * @param refersTo number of the invoice that a credit note refers to; null for an invoice
 */
public record FocusInvoice(
        String number,
        String accountId,
        Currency currency,
        BigDecimal payable,
        BillingDay issued,
        BillingDay due,
        @Nullable String refersTo) {}
