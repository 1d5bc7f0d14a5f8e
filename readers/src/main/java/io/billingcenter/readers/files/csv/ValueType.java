package io.billingcenter.readers.files.csv;

import io.billingcenter.domain.time.BillingDay;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The set of texts that a column accepts, with their values.
 *
 * @param expected the accepted texts in words, used in messages
 * @param parser returns the value of a text; empty if the text is not accepted
 */
public record ValueType<T>(String expected, Function<String, Optional<T>> parser) {

    /**
     * The first year that is accepted: databases disagree about days of the Julian calendar, and no contract is that
     * old.
     */
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

    /** Returns the value of the text, if it is accepted. */
    public Optional<T> read(String text) {
        return parser.apply(text);
    }

    /** Returns this type without the values that the predicate rejects. */
    public ValueType<T> limitedTo(Predicate<? super T> allowed) {
        return new ValueType<>(expected, text -> read(text).filter(allowed));
    }

    /** Returns a type whose parser throws {@link IllegalArgumentException} for a text that is not accepted. */
    public static <T> ValueType<T> checked(String expected, Function<String, T> parser) {
        return new ValueType<>(expected, text -> {
            try {
                return Optional.of(parser.apply(text));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        });
    }

    /** Returns a type that accepts one of a few codes. */
    public static <T> ValueType<T> oneOf(List<String> codes, Function<String, Optional<T>> ofCode) {
        return new ValueType<>("one of " + String.join(", ", codes), ofCode);
    }

    /** Returns a type that accepts texts of at most that many UTF-16 units, including the empty text. */
    public static ValueType<String> text(int maxLength) {
        return new ValueType<>(
                "at most " + maxLength + " characters",
                text -> text.length() <= maxLength ? Optional.of(text) : Optional.empty());
    }

    /**
     * Returns a type that accepts decimals of at least 0: up to 15 digits, then a point and at most that many decimals,
     * without sign or exponent.
     */
    public static ValueType<BigDecimal> decimal(int maxDecimals) {
        return decimal(MOST_DIGITS, maxDecimals);
    }

    /** Returns a type that accepts amounts of at least 0 that fit the money columns: up to 36 digits and 2 decimals. */
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

    /** Returns a type that accepts whole numbers of at least 0 with at most that many digits. */
    public static ValueType<BigDecimal> wholeNumber(int maxDigits) {
        Pattern form = Pattern.compile("[0-9]{1," + maxDigits + "}");
        return new ValueType<>(
                "a whole number of at most " + maxDigits + " digits",
                text -> form.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty());
    }
}
