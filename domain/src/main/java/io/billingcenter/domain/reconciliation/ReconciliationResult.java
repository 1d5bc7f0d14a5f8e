package io.billingcenter.domain.reconciliation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The result of comparing pairs of figures that must be equal: sums by level, and the first differences. */
public final class ReconciliationResult {

    private static final int KEPT = 1_000;

    private final Map<ControlLevel, Sums> sums = new EnumMap<>(ControlLevel.class);
    private final List<Discrepancy> discrepancies = new ArrayList<>();
    private long differences;

    /** The totals of a level. */
    public record Line(ControlLevel level, long compared, long differences, BigDecimal left, BigDecimal right) {}

    /** Compares two figures. */
    public void compare(ControlLevel level, String key, BigDecimal left, BigDecimal right) {
        boolean same = left.compareTo(right) == 0;
        count(level, 1, same, left, right);
        if (!same) {
            keep(new Discrepancy(level, key, left.toPlainString(), right.toPlainString()));
        }
    }

    /** Compares two counts. */
    public void compare(ControlLevel level, String key, long left, long right) {
        compare(level, key, BigDecimal.valueOf(left), BigDecimal.valueOf(right));
    }

    /** Compares two texts. */
    public void compare(ControlLevel level, String key, String left, String right) {
        boolean same = left.equals(right);
        count(level, 1, same, BigDecimal.ZERO, BigDecimal.ZERO);
        if (!same) {
            keep(new Discrepancy(level, key, left, right));
        }
    }

    /** Adds pairs that were found equal elsewhere. */
    public void equal(ControlLevel level, long compared, BigDecimal sum) {
        if (compared > 0) {
            count(level, compared, true, sum, sum);
        }
    }

    /** Returns whether all pairs were equal. */
    public boolean balances() {
        return differences == 0;
    }

    /** Returns the number of pairs that were not equal. */
    public long differences() {
        return differences;
    }

    /** Returns the first differences. */
    public List<Discrepancy> discrepancies() {
        return List.copyOf(discrepancies);
    }

    /** Returns the levels with at least one comparison. */
    public List<Line> lines() {
        return sums.entrySet().stream()
                .map(entry -> entry.getValue().line(entry.getKey()))
                .toList();
    }

    private void count(ControlLevel level, long compared, boolean same, BigDecimal left, BigDecimal right) {
        Sums line = sums.computeIfAbsent(level, key -> new Sums());
        line.compared += compared;
        line.differences += same ? 0 : 1;
        line.left = line.left.add(left);
        line.right = line.right.add(right);
    }

    private void keep(Discrepancy discrepancy) {
        differences++;
        if (discrepancies.size() < KEPT) {
            discrepancies.add(discrepancy);
        }
    }

    private static final class Sums {

        private long compared;
        private long differences;
        private BigDecimal left = BigDecimal.ZERO;
        private BigDecimal right = BigDecimal.ZERO;

        Line line(ControlLevel level) {
            return new Line(level, compared, differences, left, right);
        }
    }
}
