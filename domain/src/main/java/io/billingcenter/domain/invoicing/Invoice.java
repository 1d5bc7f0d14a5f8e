package io.billingcenter.domain.invoicing;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingMonth;
import java.util.Currency;
import java.util.List;

/**
 * The amounts that a billing account owes for a month in its currency, over all workspaces it pays for.
 *
 * @param lines at least one line, by workspace, tier and kind
 * @param payment payment of the invoice; its parts add up to the lines
 */
public record Invoice(
        BillingMonth month,
        BillingAccountId account,
        Currency currency,
        List<InvoiceLine> lines,
        InvoicePayment payment) {

    /** Copies the lines and checks that the payment adds up to them. */
    public Invoice {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException(
                    "Expected at least one line on the invoice of " + account + ", found none");
        }
        Money total = sum(lines, currency);
        if (!payment.parts().total().equals(total)) {
            throw new IllegalArgumentException("Expected the payments of the invoice of " + account + " to add up to "
                    + total + ", found " + payment.parts().total() + ": its bills are not settled");
        }
    }

    /** Returns the sum of the lines. */
    public Money total() {
        return sum(lines, currency);
    }

    private static Money sum(List<InvoiceLine> lines, Currency currency) {
        return lines.stream().map(InvoiceLine::amount).reduce(Money.zero(currency), Money::plus);
    }
}
