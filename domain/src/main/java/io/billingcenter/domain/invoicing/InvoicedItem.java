package io.billingcenter.domain.invoicing;

import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.settlement.LineKey;
import io.billingcenter.domain.time.BillingDay;
import java.math.BigDecimal;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The postings of an invoice for one line of bills and one settlement method: the smallest part of an invoice that has a
 * payment of its own.
 *
 * @param unitPrice price of the last of them
 * @param priceVersion price book of the last of them; null before the first book
 * @param left their amount less the credits of the invoice so far
 */
public record InvoicedItem(
        LineKey line,
        SettlementMethod settlement,
        BigDecimal unitPrice,
        @Nullable BillingDay priceVersion,
        Money left) {

    /** The order in which equal remainders of a partial credit are rounded up. */
    static final Comparator<InvoicedItem> ORDER =
            Comparator.comparing(InvoicedItem::line).thenComparing(InvoicedItem::settlement);

    /** Returns the line of the invoice that the item is part of. */
    public InvoiceLineName name() {
        return new InvoiceLineName(line.workspace(), line.tier());
    }

    /** Returns the same item with another amount left. */
    public InvoicedItem withLeft(Money other) {
        return new InvoicedItem(line, settlement, unitPrice, priceVersion, other);
    }
}
