package io.billingcenter.writers.files.focus;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A check of a rule on the rows of one file.
 *
 * @param column place of the column that is checked
 * @param expected what the check wants, in words
 * @param scope what the outcome depends on
 * @param test the check itself
 */
record RowCheck(int column, String expected, Scope scope, Test test) {

    /** The cells that the outcome of a check depends on. */
    enum Scope {
        /** The cell, one of few that come again and again. */
        REPEATED_CELL,
        /** The cell. */
        CELL,
        /** Other cells of the row, or earlier rows. */
        ROW
    }

    /** The check of a cell within its row. */
    @FunctionalInterface
    interface Test {
        boolean passes(@Nullable String cell, @Nullable String[] cells);
    }

    private static final String BAR = "|";
    private static final String NOT_LESS = ">=";

    /**
     * Returns the check of a rule.
     *
     * @param column place of its column
     * @param pairs the allowed pairs of category and subcategory, joined by a bar
     * @throws IllegalArgumentException if the check is not known
     */
    static RowCheck of(FocusRule rule, int column, List<String> header, Set<String> pairs) {
        String arguments = rule.arguments();
        return switch (rule.check()) {
            case "type", "format" -> format(column, CellFormat.ofArgument(arguments));
            case "national_currency" -> format(column, CellFormat.CURRENCY);
            case "decimal_value" -> format(column, CellFormat.NUMERIC);
            case "null" -> new RowCheck(column, "nothing", Scope.CELL, (cell, cells) -> cell == null);
            case "not_null" -> new RowCheck(column, "a value", Scope.CELL, (cell, cells) -> cell != null);
            case "equals" -> ofValue(column, "'" + arguments + "'", cell -> areEqual(cell, arguments));
            case "differs" -> ofValue(column, "anything but '" + arguments + "'", cell -> !areEqual(cell, arguments));
            case "one_of" -> oneOf(column, arguments);
            case "at_least" -> ofValue(column, "at least " + arguments, cell -> compare(cell, arguments) >= 0);
            case "at_most" -> ofValue(column, "at most " + arguments, cell -> compare(cell, arguments) <= 0);
            case "pair_in" -> pair(column, header, pairs);
            case "product" -> product(column, parts(arguments), header);
            case "same_as" -> sameAs(column, arguments, header);
            case "compare" -> notLess(column, parts(arguments), header);
            case "distinct_per" -> distinct(column, parts(arguments), header);
            default ->
                throw new IllegalArgumentException("Expected a known check in rule " + rule.id() + ", found '"
                        + rule.check() + "'; a column that needs it cannot be exported");
        };
    }

    /** The check of a value without its row. */
    @FunctionalInterface
    private interface ValueTest {
        boolean passes(String value);
    }

    private static RowCheck ofValue(int column, String expected, ValueTest test) {
        return new RowCheck(column, expected, Scope.CELL, (cell, cells) -> cell == null || test.passes(cell));
    }

    private static RowCheck format(int column, CellFormat format) {
        Scope scope = format.isRepeated() ? Scope.REPEATED_CELL : Scope.CELL;
        return new RowCheck(column, format.words(), scope, (cell, cells) -> cell == null || format.matches(cell));
    }

    private static RowCheck oneOf(int column, String arguments) {
        Set<String> allowed = Set.of(parts(arguments));
        return ofValue(column, "one of " + String.join(", ", parts(arguments)), allowed::contains);
    }

    private static RowCheck pair(int column, List<String> header, Set<String> pairs) {
        int category = place("ServiceCategory", header);
        return new RowCheck(
                column,
                "a subcategory of its category",
                Scope.ROW,
                (cell, cells) -> cell == null || pairs.contains(at(cells, category) + BAR + cell));
    }

    private static RowCheck product(int column, String[] factors, List<String> header) {
        int one = place(factors[0], header);
        int other = place(factors[1], header);
        return new RowCheck(
                column,
                factors[0] + " times " + factors[1],
                Scope.ROW,
                (cell, cells) -> isProduct(cell, at(cells, one), at(cells, other)));
    }

    private static boolean isProduct(@Nullable String cell, @Nullable String one, @Nullable String other) {
        if (cell == null || one == null || other == null) {
            return true;
        }
        // Of a cell that is no number, the rule of its format tells.
        if (!CellFormat.isDecimal(cell) || !CellFormat.isDecimal(one) || !CellFormat.isDecimal(other)) {
            return true;
        }
        return new BigDecimal(one).multiply(new BigDecimal(other)).compareTo(new BigDecimal(cell)) == 0;
    }

    private static RowCheck sameAs(int column, String name, List<String> header) {
        int other = place(name, header);
        return new RowCheck(column, "the same as in " + name, Scope.ROW, (cell, cells) -> {
            String same = at(cells, other);
            return cell == null || (same != null && areEqual(cell, same));
        });
    }

    private static RowCheck notLess(int column, String[] arguments, List<String> header) {
        if (!arguments[0].equals(NOT_LESS)) {
            throw new IllegalArgumentException("Expected the comparison >=, found '" + arguments[0] + "'");
        }
        int other = place(arguments[1], header);
        return new RowCheck(column, "at least the value of " + arguments[1], Scope.ROW, (cell, cells) -> {
            String least = at(cells, other);
            return cell == null || least == null || compare(cell, least) >= 0;
        });
    }

    /** Keeps the values seen for each value of the other column, of which there are as many as there are items with prices. */
    private static RowCheck distinct(int column, String[] arguments, List<String> header) {
        int key = place(arguments[0], header);
        int most = Integer.parseInt(arguments[1]);
        Map<String, Set<String>> seen = new HashMap<>();
        return new RowCheck(
                column, "at most " + most + " values for each " + arguments[0], Scope.ROW, (cell, cells) -> {
                    String of = at(cells, key);
                    if (cell == null || of == null) {
                        return true;
                    }
                    Set<String> values = seen.computeIfAbsent(of, first -> new HashSet<>());
                    return values.contains(cell) || (values.size() < most && values.add(cell));
                });
    }

    private static String[] parts(String arguments) {
        return arguments.split("\\|", -1);
    }

    /** Returns the place of a column, or -1 for one that the file does not have, which has no value in any row. */
    private static int place(String column, List<String> header) {
        return header.indexOf(column);
    }

    private static @Nullable String at(@Nullable String[] cells, int place) {
        return place < 0 ? null : cells[place];
    }

    /** Compares numbers as numbers and everything else as text. */
    private static boolean areEqual(String one, String other) {
        if (CellFormat.isDecimal(one) && CellFormat.isDecimal(other)) {
            return new BigDecimal(one).compareTo(new BigDecimal(other)) == 0;
        }
        return one.equals(other);
    }

    private static int compare(String one, String other) {
        if (CellFormat.isDecimal(one) && CellFormat.isDecimal(other)) {
            return new BigDecimal(one).compareTo(new BigDecimal(other));
        }
        return one.compareTo(other);
    }

    /** Returns whether the other check does the same for the same column. */
    boolean isSame(RowCheck other) {
        return column == other.column && expected.equals(other.expected);
    }
}
