package io.billingcenter.writers.files.coverage;

import io.billingcenter.domain.coverage.CoverageFact;
import io.billingcenter.domain.coverage.WorkspaceCoverage;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;

/**
 * Prints coverage as a grid: a row for each workspace and a sign for each day. Rows are printed as they are added, so
 * any number of workspaces is possible.
 */
public final class CoverageGrid {

    private static final char NOT_CHARGED = ' ';
    private static final String MARGIN = "  ";

    private final PrintWriter out;
    private final List<BillingDay> days = new ArrayList<>();
    private final Map<CoverageFact, Long> counts = new EnumMap<>(CoverageFact.class);
    private long workspaces;
    private long open;

    /**
     * Creates a grid.
     *
     * @param range a range with an end
     */
    public CoverageGrid(DayRange range, PrintWriter out) {
        this.out = out;
        BillingDay end = Objects.requireNonNull(range.to(), "an end of the days");
        for (BillingDay day = range.from(); day.isBefore(end); day = day.plusDays(1)) {
            days.add(day);
        }
    }

    /** Prints the legend and the days. */
    public void begin() {
        line("coverage " + days.get(0) + " to " + days.get(days.size() - 1));
        for (CoverageFact fact : CoverageFact.values()) {
            line(String.format(Locale.ROOT, "%s%c  %-10s %s", MARGIN, fact.sign(), fact.code(), fact.meaning()));
        }
        line(MARGIN + "   a small m, u or v: acknowledged");
        line(MARGIN + "   a blank: not charged on that day");
        line("");
        line(MARGIN + months());
        line(MARGIN + digits(10));
        line(MARGIN + digits(1));
    }

    /** Prints the row of a workspace. */
    public void row(WorkspaceCoverage coverage) {
        StringBuilder signs = new StringBuilder(days.size());
        for (BillingDay day : days) {
            WorkspaceCoverage.Day known = coverage.days().get(day);
            if (known == null) {
                signs.append(NOT_CHARGED);
            } else {
                signs.append(known.sign());
                counts.merge(known.fact(), 1L, Long::sum);
                open += known.needsAttention() ? 1 : 0;
            }
        }
        workspaces++;
        line(MARGIN + signs + MARGIN + coverage.workspace());
    }

    /** Prints the number of times each fact was found. */
    public void end() {
        StringJoiner found = new StringJoiner(", ");
        long total = 0;
        for (CoverageFact fact : CoverageFact.values()) {
            long count = counts.getOrDefault(fact, 0L);
            total += count;
            if (count == 0 && fact.isFinding()) {
                continue;
            }
            found.add(count(count) + " " + fact.code());
        }
        line("");
        line(MARGIN + found);
        line(MARGIN + count(total) + " workspace-days of " + count(workspaces)
                + (workspaces == 1 ? " charged workspace" : " charged workspaces"));
        if (open > 0) {
            line(MARGIN + count(open) + " of them to look at; see: billing holds");
        }
    }

    private String months() {
        StringBuilder months = new StringBuilder();
        for (int column = 0; column < days.size(); column++) {
            boolean begins = column == 0 || days.get(column).date().getDayOfMonth() == 1;
            boolean fits = column == 0 || months.length() <= column;
            if (begins && fits) {
                months.append(" ".repeat(column - months.length()))
                        .append(days.get(column).month())
                        .append(' ');
            }
        }
        return months.toString().stripTrailing();
    }

    private String digits(int power) {
        StringBuilder digits = new StringBuilder();
        for (BillingDay day : days) {
            int number = day.date().getDayOfMonth() / power;
            digits.append(number == 0 ? " " : Integer.toString(number % 10));
        }
        return digits.toString().stripTrailing();
    }

    private void line(String text) {
        out.print(text);
        out.print('\n');
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
