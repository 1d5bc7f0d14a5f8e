package io.billingcenter.writers.files.focus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a dataset, ready to check the rows of one file in their order.
 *
 * <p>Rows of a month are much alike, and most rules look at one cell. A cell that is equal to the one above it is therefore
 * not checked again, nor is an instant or a unit that was seen before; equal checks of several rules are made once, and a
 * condition is evaluated once for all its rules.
 */
final class FocusRules {

    private static final String PRESENT = "present";
    private static final int MOST_REPEATED = 1_000;

    private record Bound(FocusRule rule, RowCheck check) {}

    private record Conditional(RuleCondition condition, List<Bound> checks) {}

    private final List<String> header;
    private final List<FocusRule> presence = new ArrayList<>();
    private final List<List<Bound>> cellChecks = new ArrayList<>();
    private final List<Bound> rowChecks = new ArrayList<>();
    private final List<Conditional> conditional = new ArrayList<>();
    private final @Nullable String[] passed;
    private final boolean[] hasPassed;
    private final boolean[] repeats;
    private final List<Set<String>> repeated = new ArrayList<>();
    private long row;

    /**
     * Prepares rules for a file.
     *
     * @param rules of the dataset; those that do not apply are left out
     * @param features offered by the provider
     * @param header columns of the file, in the order of the cells
     * @param pairs the allowed pairs of category and subcategory, joined by a bar
     * @throws IllegalArgumentException if a rule that applies cannot be interpreted
     */
    FocusRules(Collection<FocusRule> rules, Collection<String> features, List<String> header, Set<String> pairs) {
        this.header = List.copyOf(header);
        this.passed = new @Nullable String[header.size()];
        this.hasPassed = new boolean[header.size()];
        this.repeats = new boolean[header.size()];
        header.forEach(column -> {
            cellChecks.add(new ArrayList<>());
            repeated.add(new HashSet<>());
        });
        Map<String, List<Bound>> byCondition = new LinkedHashMap<>();
        for (FocusRule rule : rules) {
            if (rule.applies(features)) {
                add(rule, pairs, byCondition);
            }
        }
        byCondition.forEach((condition, checks) ->
                conditional.add(new Conditional(RuleCondition.parse(condition, this.header), checks)));
    }

    private void add(FocusRule rule, Set<String> pairs, Map<String, List<Bound>> byCondition) {
        if (rule.check().equals(PRESENT)) {
            presence.add(rule);
            return;
        }
        int column = header.indexOf(rule.column());
        if (column < 0) {
            return;
        }
        Bound bound = new Bound(rule, RowCheck.of(rule, column, header, pairs));
        if (!rule.condition().isEmpty()) {
            addOnce(byCondition.computeIfAbsent(rule.condition(), first -> new ArrayList<>()), bound);
        } else {
            addOnce(bound.check().scope() == RowCheck.Scope.ROW ? rowChecks : cellChecks.get(column), bound);
            repeats[column] |= bound.check().scope() == RowCheck.Scope.REPEATED_CELL;
        }
    }

    /** A check that a rule with MUST asks for makes that of any other rule needless. */
    private static void addOnce(List<Bound> checks, Bound bound) {
        boolean isMade = checks.stream()
                .anyMatch(other -> other.check().isSame(bound.check())
                        && (other.rule().isRequired() || !bound.rule().isRequired()));
        if (!isMade) {
            checks.add(bound);
        }
    }

    /** Returns the rules that the header breaks. */
    List<RuleViolation> headerViolations() {
        return presence.stream()
                .filter(rule -> !header.contains(rule.column()))
                .map(rule -> new RuleViolation(rule, 0, String.join(",", header), "the column " + rule.column()))
                .toList();
    }

    /**
     * Checks the next row.
     *
     * @param cells one for each column; null for a cell without a value
     * @param broken takes the rules that the row breaks
     */
    void check(@Nullable String[] cells, Consumer<RuleViolation> broken) {
        if (cells.length != header.size()) {
            throw new IllegalArgumentException(
                    "Expected " + header.size() + " cells, found " + cells.length + ": " + Arrays.toString(cells));
        }
        row++;
        for (int column = 0; column < cells.length; column++) {
            checkCell(column, cells, broken);
        }
        check(rowChecks, cells, broken);
        for (Conditional rules : conditional) {
            if (rules.condition().holds(cells)) {
                check(rules.checks(), cells, broken);
            }
        }
    }

    /** Returns the number of rows that were checked. */
    long rows() {
        return row;
    }

    private void checkCell(int column, @Nullable String[] cells, Consumer<RuleViolation> broken) {
        String cell = cells[column];
        if (hasPassed[column] && (cell == null ? passed[column] == null : cell.equals(passed[column]))) {
            return;
        }
        passed[column] = cell;
        Set<String> others = repeated.get(column);
        if (cell != null && repeats[column] && others.contains(cell)) {
            hasPassed[column] = true;
            return;
        }
        hasPassed[column] = check(cellChecks.get(column), cells, broken);
        if (cell != null && repeats[column] && hasPassed[column] && others.size() < MOST_REPEATED) {
            others.add(cell);
        }
    }

    private boolean check(List<Bound> checks, @Nullable String[] cells, Consumer<RuleViolation> broken) {
        boolean passes = true;
        for (int i = 0; i < checks.size(); i++) {
            Bound bound = checks.get(i);
            RowCheck check = bound.check();
            String cell = cells[check.column()];
            if (!check.test().passes(cell, cells)) {
                passes = false;
                broken.accept(new RuleViolation(bound.rule(), row, cell, check.expected()));
            }
        }
        return passes;
    }
}
