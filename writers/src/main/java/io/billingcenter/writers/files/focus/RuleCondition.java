package io.billingcenter.writers.files.focus;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A condition over the cells of a row, written like one of SQL: {@code Column = 'v'}, {@code Column <> Other}, {@code Column is
 * null}, {@code Column is not null}, {@code and}, {@code or} and brackets. Unlike in SQL, {@code <>} holds for a cell without a
 * value. A column that a file does not have has no value in any row.
 */
final class RuleCondition {

    /** A part of a condition. */
    @FunctionalInterface
    private interface Node {
        boolean holds(@Nullable String[] cells);
    }

    private static final Pattern TOKEN = Pattern.compile("\\s*(\\(|\\)|=|<>|'[^']*'|[A-Za-z_][A-Za-z0-9_]*)");
    private static final String OR = "or";
    private static final String AND = "and";
    private static final Set<String> OPERATORS = Set.of("=", "<>", "is");

    private final String text;
    private final List<String> header;
    private final List<String> tokens = new ArrayList<>();
    private int next;
    private final Node root;

    private RuleCondition(String text, List<String> header) {
        this.text = text;
        this.header = header;
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (end < text.length() && matcher.find(end) && matcher.start() == end) {
            tokens.add(matcher.group(1));
            end = matcher.end();
        }
        if (end < text.length()) {
            throw malformed("'" + text.substring(end) + "'");
        }
        this.root = anyOf();
        if (next < tokens.size()) {
            throw malformed("'" + tokens.get(next) + "'");
        }
    }

    /**
     * Parses a condition on the rows of a file.
     *
     * @param header columns of the file, in the order of the cells
     * @throws IllegalArgumentException if the text is no condition
     */
    static RuleCondition parse(String text, List<String> header) {
        return new RuleCondition(text, header);
    }

    /** Returns whether the condition holds for the cells of a row; a cell without a value is null. */
    boolean holds(@Nullable String[] cells) {
        return root.holds(cells);
    }

    private Node anyOf() {
        Node left = allOf();
        while (isNext(OR)) {
            next++;
            Node first = left;
            Node second = allOf();
            left = cells -> first.holds(cells) || second.holds(cells);
        }
        return left;
    }

    private Node allOf() {
        Node left = single();
        while (isNext(AND)) {
            next++;
            Node first = left;
            Node second = single();
            left = cells -> first.holds(cells) && second.holds(cells);
        }
        return left;
    }

    private Node single() {
        if (isNext("(")) {
            next++;
            Node inner = anyOf();
            take(")");
            return inner;
        }
        int column = header.indexOf(take());
        String operator = take();
        if (!OPERATORS.contains(operator)) {
            throw malformed("'" + operator + "'");
        }
        return operator.equals("is") ? nullTest(column) : comparison(column, operator.equals("="));
    }

    private Node nullTest(int column) {
        boolean negated = isNext("not");
        if (negated) {
            next++;
        }
        take("null");
        return column < 0 ? cells -> !negated : cells -> (cells[column] != null) == negated;
    }

    private Node comparison(int column, boolean equal) {
        String operand = take();
        if (operand.startsWith("'")) {
            String value = operand.substring(1, operand.length() - 1);
            return column < 0 ? cells -> !equal : cells -> value.equals(cells[column]) == equal;
        }
        int other = header.indexOf(operand);
        return cells -> Objects.equals(cell(cells, column), cell(cells, other)) == equal;
    }

    private static @Nullable String cell(@Nullable String[] cells, int column) {
        return column < 0 ? null : cells[column];
    }

    private boolean isNext(String token) {
        return next < tokens.size() && tokens.get(next).equals(token);
    }

    private String take() {
        if (next == tokens.size()) {
            throw malformed("its end");
        }
        return tokens.get(next++);
    }

    private void take(String expected) {
        String found = take();
        if (!found.equals(expected)) {
            throw malformed("'" + found + "'");
        }
    }

    private IllegalArgumentException malformed(String found) {
        return new IllegalArgumentException(
                "Expected a condition like \"A = 'v' and (B is null or C <> 'w')\", found " + found + " in: " + text);
    }
}
