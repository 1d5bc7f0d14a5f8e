package io.billingcenter.writers.files.focus;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The types and formats of cells. Types are named like the formats that they are written in. */
enum CellFormat {
    /** Text of any script without control characters. */
    STRING("text without control characters", CellFormat::isText),
    /** A plain decimal: no exponent, no sign but a minus, no grouping. */
    NUMERIC("a plain decimal", CellFormat::isDecimal),
    /** An instant of UTC to the second. */
    DATETIME("an instant like 2026-10-31T16:00:00Z", CellFormat::isInstant),
    /** A unit, its multiple or a rate of it. */
    UNIT("a unit like 1000 Logs", CellFormat::isUnit),
    /** A code of ISO 4217. */
    CURRENCY("a currency code of ISO 4217", CellFormat::isCurrency),
    /** A flat JSON object. */
    KEY_VALUE("a flat JSON object with unique keys", JsonText::isKeyValue),
    /** Any JSON value. */
    JSON("a JSON value", JsonText::isJson);

    private static final Pattern UNIT_TEXT = Pattern.compile(
            "([1-9][0-9]* )?[A-Z][A-Za-z0-9]*(-[A-Z][A-Za-z0-9]*)?(/([1-9][0-9]* )?[A-Z][A-Za-z0-9]*)?");
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());
    private static final String INSTANT_SHAPE = "dddd-dd-ddTdd:dd:ddZ";
    private static final int DATE_LENGTH = 10;
    private static final int HOUR_AT = 11;
    private static final int MINUTE_AT = 14;
    private static final int SECOND_AT = 17;

    private final String words;
    private final Predicate<String> test;

    CellFormat(String words, Predicate<String> test) {
        this.words = words;
        this.test = test;
    }

    /**
     * Returns the format of a type or format in the table of rules.
     *
     * @throws IllegalArgumentException if there is none
     */
    static CellFormat ofArgument(String argument) {
        return switch (argument) {
            case "string", "string|json" -> STRING;
            case "decimal", "numeric" -> NUMERIC;
            case "datetime" -> DATETIME;
            case "unit" -> UNIT;
            case "currency" -> CURRENCY;
            case "key_value" -> KEY_VALUE;
            case "json" -> JSON;
            default ->
                throw new IllegalArgumentException("Expected a type or format of FOCUS, found '" + argument + "'");
        };
    }

    /** Returns the format in words. */
    String words() {
        return words;
    }

    /** Returns whether cells of the format are few and come again and again, unlike numbers and texts. */
    boolean isRepeated() {
        return this != NUMERIC && this != STRING;
    }

    /** Returns whether a cell has the format. */
    boolean matches(String cell) {
        return test.test(cell);
    }

    private static boolean isText(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            if (Character.isISOControl(cell.charAt(i))) {
                return false;
            }
        }
        return !cell.isEmpty();
    }

    static boolean isDecimal(String cell) {
        int start = cell.startsWith("-") ? 1 : 0;
        int point = -1;
        for (int i = start; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == '.' && point < 0 && i > start) {
                point = i;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        return cell.length() > start && point != cell.length() - 1;
    }

    private static boolean isInstant(String cell) {
        if (cell.length() != INSTANT_SHAPE.length()) {
            return false;
        }
        for (int i = 0; i < cell.length(); i++) {
            char shape = INSTANT_SHAPE.charAt(i);
            char c = cell.charAt(i);
            if (shape == 'd' ? c < '0' || c > '9' : c != shape) {
                return false;
            }
        }
        try {
            LocalDate.parse(cell.substring(0, DATE_LENGTH));
        } catch (DateTimeException e) {
            return false;
        }
        return number(cell, HOUR_AT) < 24 && number(cell, MINUTE_AT) < 60 && number(cell, SECOND_AT) < 60;
    }

    private static int number(String cell, int at) {
        return Integer.parseInt(cell, at, at + 2, 10);
    }

    private static boolean isUnit(String cell) {
        return UNIT_TEXT.matcher(cell).matches();
    }

    private static boolean isCurrency(String cell) {
        return CURRENCIES.contains(cell);
    }
}
