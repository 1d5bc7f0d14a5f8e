package io.billingcenter.readers.files.csv;

import io.billingcenter.domain.time.BillingDay;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What may stand in a column.
 *
 * @param expected the allowed texts in words, for messages
 * @param parser the value of a text; none when it is not allowed
 */
public record ValueType<T>(String expected, Function<String, Optional<T>> parser) {

    /** Databases disagree about days of the Julian calendar, and no contract is that old. */
    private static final int FIRST_YEAR = 1900;

    /** A day like {@code 2026-11-21}, from 1900 on. */
    public static final ValueType<BillingDay> DAY = checked(
                    "a day like 2026-11-21, from " + FIRST_YEAR + " on", BillingDay::parse)
            .limitedTo(day -> day.date().getYear() >= FIRST_YEAR);

    /** Exactly {@code true} or {@code false}. */
    public static final ValueType<Boolean> BOOLEAN = oneOf(
            List.of("true", "false"),
            text -> Optional.of(text).filter(List.of("true", "false")::contains).map(Boolean::valueOf));

    private static final int MOST_DIGITS = 15;
    private static final int MOST_MONEY_DIGITS = 36;

    /** The value of the text, if it is allowed. */
    public Optional<T> read(String text) {
        return parser.apply(text);
    }

    /** The same type without the values that are not allowed here. */
    public ValueType<T> limitedTo(Predicate<? super T> allowed) {
        return new ValueType<>(expected, text -> read(text).filter(allowed));
    }

    /** A type whose parser throws {@link IllegalArgumentException} for a text that is not allowed. */
    public static <T> ValueType<T> checked(String expected, Function<String, T> parser) {
        return new ValueType<>(expected, text -> {
            try {
                return Optional.of(parser.apply(text));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        });
    }

    /** One of a few codes. */
    public static <T> ValueType<T> oneOf(List<String> codes, Function<String, Optional<T>> ofCode) {
        return new ValueType<>("one of " + String.join(", ", codes), ofCode);
    }

    /** A text of at most that many UTF-16 units, also none. */
    public static ValueType<String> text(int maxLength) {
        return new ValueType<>(
                "at most " + maxLength + " characters",
                text -> text.length() <= maxLength ? Optional.of(text) : Optional.empty());
    }

    /** A decimal of at least 0: up to 15 digits, then a point and at most that many decimals; no sign, no exponent. */
    public static ValueType<BigDecimal> decimal(int maxDecimals) {
        return decimal(MOST_DIGITS, maxDecimals);
    }

    /** An amount of money of at least 0, as large as the columns of money hold: up to 36 digits and 2 decimals. */
    public static ValueType<BigDecimal> money() {
        return decimal(MOST_MONEY_DIGITS, 2);
    }

    private static ValueType<BigDecimal> decimal(int maxDigits, int maxDecimals) {
        Pattern form = Pattern.compile("[0-9]{1," + maxDigits + "}(\\.[0-9]{1," + maxDecimals + "})?");
        return new ValueType<>(
                "a decimal of at least 0 with at most " + maxDecimals + " decimals and at most " + maxDigits
                        + " digits before them",
                text -> form.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty());
    }

    /** A whole number of at least 0 with at most that many digits. */
    public static ValueType<BigDecimal> wholeNumber(int maxDigits) {
        Pattern form = Pattern.compile("[0-9]{1," + maxDigits + "}");
        return new ValueType<>(
                "a whole number of at most " + maxDigits + " digits",
                text -> form.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty());
    }
}
