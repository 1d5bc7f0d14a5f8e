package io.billingcenter.domain.invoicing;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The lines of an invoice that a credit note is asked for, written {@code ws-1:log:14,ws-1:trigger:=12.50}.
 *
 * @param amounts the amount of each line, above 0; absent where everything that is left of the line is credited. Empty for
 *     the whole invoice
 */
public record CreditedLines(SortedMap<InvoiceLineName, Amount> amounts) {

    /** The whole invoice. */
    public static final CreditedLines ALL = new CreditedLines(new TreeMap<>());

    /**
     * The amount that is credited of a line.
     *
     * @param value null for everything that is left
     */
    public record Amount(@Nullable BigDecimal value) {}

    /** Keeps a copy. */
    public CreditedLines {
        amounts = Collections.unmodifiableSortedMap(new TreeMap<>(amounts));
    }

    /**
     * Returns the lines that texts write, each {@code name} or {@code name=amount}.
     *
     * @throws IllegalArgumentException if one writes no line, an amount that is not above 0, or a line that another has
     */
    public static CreditedLines of(Collection<String> texts) {
        SortedMap<InvoiceLineName, Amount> amounts = new TreeMap<>();
        for (String text : texts) {
            int end = text.lastIndexOf('=');
            InvoiceLineName name = InvoiceLineName.of((end < 0 ? text : text.substring(0, end)).strip());
            Amount amount =
                    new Amount(end < 0 ? null : amount(text.substring(end + 1).strip(), text));
            if (amounts.put(name, amount) != null) {
                throw new IllegalArgumentException(
                        "Expected every line once, found " + name + " twice; name it with one amount");
            }
        }
        return new CreditedLines(amounts);
    }

    /**
     * Returns the lines that {@link #toString()} has written.
     *
     * @throws IllegalArgumentException if the text is no list of lines
     */
    public static CreditedLines of(String text) {
        return text.isEmpty() ? ALL : of(List.of(text.split(",", -1)));
    }

    private static BigDecimal amount(String amount, String text) {
        if (amount.matches("[0-9]{1,18}(\\.[0-9]{1,4})?")) {
            BigDecimal value = new BigDecimal(amount);
            if (value.signum() > 0) {
                return value.stripTrailingZeros();
            }
        }
        throw new IllegalArgumentException(
                "Expected an amount above 0 like 12.50 behind the '=', found '" + text + "'; correct it");
    }

    /** Returns whether the whole invoice is credited. */
    public boolean isAll() {
        return amounts.isEmpty();
    }

    /** Returns the lines in their order, equal amounts written alike, so that a repeated request is recognised. */
    @Override
    public String toString() {
        return amounts.entrySet().stream().map(CreditedLines::text).collect(Collectors.joining(","));
    }

    private static String text(Map.Entry<InvoiceLineName, Amount> line) {
        BigDecimal value = line.getValue().value();
        return line.getKey() + (value == null ? "" : "=" + value.toPlainString());
    }
}
