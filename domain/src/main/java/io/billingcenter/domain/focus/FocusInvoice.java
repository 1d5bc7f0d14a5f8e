package io.billingcenter.domain.focus;

import io.billingcenter.domain.time.BillingDay;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
        @Nullable String refersTo) {

    /** An invoice of the common series, such as {@code INV-2026-000042}. */
    private static final Pattern COMMON_SERIES = Pattern.compile("[^-]+(?:-\\d+)*-0*(\\d+)");

    /**
     * Returns the name by which the document's lines are numbered: the number within its series for an invoice of the common
     * series, else the whole number, since another series has the same numbers.
     */
    String lineName() {
        Matcher common = COMMON_SERIES.matcher(number);
        return refersTo == null && common.matches() ? common.group(1) : number;
    }
}
