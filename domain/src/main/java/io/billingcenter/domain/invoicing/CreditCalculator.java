package io.billingcenter.domain.invoicing;

import io.billingcenter.domain.money.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Divides the amount of a credit note over the items of the invoice (reading B12). A credit takes back and never charges:
 * only items with an amount above 0 have a part of it, in proportion to what is left of them, by largest remainder. A line
 * never gives more than is left of it, nor all lines together more than is left of the invoice.
 */
public final class CreditCalculator {

    private CreditCalculator() {}

    /**
     * Returns the parts of a credit, in the order of the items.
     *
     * @param items all items of the invoice with what is left of them; at least one
     * @throws IllegalArgumentException if a line is not on the invoice, or more is asked for than is left
     */
    public static List<CreditedItem> credit(CreditedLines lines, Collection<InvoicedItem> items) {
        List<InvoicedItem> open = new ArrayList<>(items);
        open.sort(InvoicedItem.ORDER);
        Money left = left(open);
        if (!left.isPositive()) {
            throw new IllegalArgumentException("Expected an invoice of which an amount is left to be credited, found "
                    + left + "; its credit notes have taken back the rest");
        }
        if (lines.isAll()) {
            return divide(left, open);
        }
        List<CreditedItem> credited = new ArrayList<>();
        for (Map.Entry<InvoiceLineName, CreditedLines.Amount> line :
                lines.amounts().entrySet()) {
            List<InvoicedItem> ofLine = open.stream()
                    .filter(item -> item.name().equals(line.getKey()))
                    .toList();
            Money amount = amount(line.getKey(), line.getValue().value(), ofLine, left);
            credited.addAll(divide(amount, ofLine));
            left = left.minus(amount);
        }
        credited.sort(Comparator.comparing(CreditedItem::item, InvoicedItem.ORDER));
        return List.copyOf(credited);
    }

    /** Returns what is left of items. */
    public static Money left(Collection<InvoicedItem> items) {
        return items.stream().map(InvoicedItem::left).reduce(Money::plus).orElseThrow();
    }

    private static Money amount(
            InvoiceLineName name, @Nullable BigDecimal asked, List<InvoicedItem> ofLine, Money leftOfInvoice) {
        if (ofLine.isEmpty()) {
            throw new IllegalArgumentException("Expected a line of the invoice, found '" + name
                    + "', which it does not have; invoice-lines.csv lists its lines");
        }
        Money most = left(ofLine).min(leftOfInvoice);
        Money amount = asked == null ? most : money(name, asked, most);
        if (!most.isPositive() || most.compareTo(amount) < 0) {
            throw new IllegalArgumentException("Expected at most "
                    + (most.isPositive() ? most : Money.zero(most.currency())) + " for line " + name
                    + ", which is left of it after earlier credits and of the invoice, found "
                    + amount + "; ask for less");
        }
        return amount;
    }

    private static Money money(InvoiceLineName name, BigDecimal asked, Money like) {
        try {
            return Money.of(like.currency(), asked);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "Expected an amount in " + like.currency() + " for line " + name + ", found "
                            + asked.toPlainString() + ", which has too many decimals; correct it",
                    e);
        }
    }

    /** Divides an amount that is at most what is left of the items. */
    private static List<CreditedItem> divide(Money amount, List<InvoicedItem> items) {
        List<InvoicedItem> giving =
                items.stream().filter(item -> item.left().isPositive()).toList();
        BigInteger total = units(left(giving));
        BigInteger wanted = units(amount);
        BigInteger[] parts = new BigInteger[giving.size()];
        BigInteger[] remainders = new BigInteger[giving.size()];
        BigInteger given = BigInteger.ZERO;
        for (int i = 0; i < parts.length; i++) {
            BigInteger[] part = wanted.multiply(units(giving.get(i).left())).divideAndRemainder(total);
            parts[i] = part[0];
            remainders[i] = part[1];
            given = given.add(part[0]);
        }
        List<Integer> largestFirst = IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
                .toList();
        int rest = wanted.subtract(given).intValueExact();
        largestFirst.subList(0, rest).forEach(i -> parts[i] = parts[i].add(BigInteger.ONE));
        List<CreditedItem> divided = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            if (parts[i].signum() > 0) {
                divided.add(new CreditedItem(
                        giving.get(i),
                        new Money(
                                amount.currency(),
                                new BigDecimal(parts[i], amount.amount().scale()))));
            }
        }
        return divided;
    }

    private static BigInteger units(Money money) {
        return money.amount().unscaledValue();
    }
}
