package io.billingcenter.domain.billing;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingMonth;
import java.util.Currency;
import java.util.List;

/**
 * What one billing account owes for one month in its currency, over all the workspaces it pays for.
 *
 * @param lines at least one, by workspace, tier and kind
 */
public record Invoice(BillingMonth month, BillingAccountId account, Currency currency, List<InvoiceLine> lines) {

    /** Keeps a copy of the lines. */
    public Invoice {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException(
                    "Expected at least one line on the invoice of " + account + ", found none");
        }
    }

    /** The sum of the printed lines. */
    public Money total() {
        return lines.stream().map(InvoiceLine::amount).reduce(Money.zero(currency), Money::plus);
    }
}
