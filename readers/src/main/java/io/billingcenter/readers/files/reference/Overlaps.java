package io.billingcenter.readers.files.reference;

import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.readers.files.csv.Located;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds rows with the same key whose days overlap. */
final class Overlaps<T> {

    private final Function<T, DayRange> days;
    private final String column;

    private Overlaps(Function<T, DayRange> days, String column) {
        this.days = days;
        this.column = column;
    }

    /**
     * Refuses, of two rows with the same key whose days overlap, the later one in the file.
     *
     * @param column the column that the problem is reported for
     */
    static <T> void refuse(List<Located<T>> rows, Function<T, ?> key, Function<T, DayRange> days, String column) {
        Map<Object, List<Located<T>>> rowsByKey = rows.stream()
                .collect(Collectors.groupingBy(row -> key.apply(row.fact()), LinkedHashMap::new, Collectors.toList()));
        Overlaps<T> overlaps = new Overlaps<>(days, column);
        rowsByKey.values().forEach(overlaps::refuse);
    }

    /** Compares every row, by its first day, with the longest-lasting row before it. */
    private void refuse(List<Located<T>> rows) {
        List<Located<T>> byFirstDay = rows.stream()
                .sorted(Comparator.comparing(row -> daysOf(row).from()))
                .toList();
        Located<T> longest = byFirstDay.get(0);
        for (Located<T> row : byFirstDay.subList(1, byFirstDay.size())) {
            if (daysOf(longest).overlaps(daysOf(row))) {
                refuseLater(longest, row);
            }
            if (endsAfter(daysOf(row), daysOf(longest))) {
                longest = row;
            }
        }
    }

    private void refuseLater(Located<T> one, Located<T> other) {
        boolean inOrder = one.row().line() < other.row().line();
        Located<T> earlier = inOrder ? one : other;
        Located<T> later = inOrder ? other : one;
        later.row()
                .refuse(
                        column,
                        "days that do not overlap " + daysOf(earlier) + " of line "
                                + earlier.row().line());
    }

    private DayRange daysOf(Located<T> row) {
        return days.apply(row.fact());
    }

    private static boolean endsAfter(DayRange range, DayRange other) {
        BillingDay end = range.to();
        BillingDay otherEnd = other.to();
        return otherEnd != null && (end == null || otherEnd.isBefore(end));
    }
}
