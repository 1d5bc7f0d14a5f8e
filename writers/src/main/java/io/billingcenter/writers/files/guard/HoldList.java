package io.billingcenter.writers.files.guard;

import io.billingcenter.domain.guard.OpenCell;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.writers.files.explain.Node;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Prints the cells that wait for a decision, one line each. */
public final class HoldList {

    private static final String NONE = "-";

    private HoldList() {}

    /**
     * A cell with its age, amounts and fingerprints.
     *
     * @param today the day from which its age is counted
     * @param worth approximate open amounts by currency; empty if unknown
     * @param fingerprints fingerprints that a consent must name; usually none
     */
    public record Entry(OpenCell cell, BillingDay today, Map<String, BigDecimal> worth, List<String> fingerprints) {

        /** Returns the days since its billing day, at least 0. */
        long ageDays() {
            return Math.max(0, ChronoUnit.DAYS.between(cell.key().day().date(), today.date()));
        }
    }

    /** Prints the cells in their order. */
    public static void print(List<Entry> entries, PrintWriter out) {
        if (entries.isEmpty()) {
            out.print("Nothing is held, missing, unreadable or vanished.\n");
            return;
        }
        line(out, "day", "workspace", "reason", "meter", "age", "worth about", "known", "what");
        for (Entry entry : entries) {
            OpenCell.Key key = entry.cell().key();
            line(
                    out,
                    key.day().toString(),
                    key.workspace().isEmpty() ? NONE : key.workspace(),
                    key.reason(),
                    key.meter().isEmpty() ? NONE : tier(key),
                    entry.ageDays() + " d",
                    worth(List.of(entry)),
                    entry.cell().acknowledged() ? "yes" : "no",
                    entry.cell().detail()
                            + entry.fingerprints().stream()
                                    .filter(print -> !entry.cell().detail().contains(print))
                                    .map(print -> "; to let it pass: billing confirm " + print)
                                    .collect(Collectors.joining()));
        }
        long open =
                entries.stream().filter(entry -> !entry.cell().acknowledged()).count();
        out.print(String.format(Locale.ROOT, "%,d in all, %,d of them not acknowledged", entries.size(), open) + "\n");
    }

    /** Returns the same cells for programs. */
    public static Node tree(List<Entry> entries) {
        Node node = new Node("holds", "");
        for (Entry entry : entries) {
            OpenCell.Key key = entry.cell().key();
            Node hold = new Node("hold", "")
                    .with("workspace_id", key.workspace())
                    .with("billing_day", key.day())
                    .with("reason", key.reason())
                    .with("meter", key.meter())
                    .with("retention_days", key.retentionDays() == 0 ? null : key.retentionDays())
                    .with("age_days", entry.ageDays());
            entry.worth()
                    .forEach((currency, amount) -> hold.with("worth_" + currency.toLowerCase(Locale.ROOT), amount));
            hold.with("acknowledged", entry.cell().acknowledged())
                    .with("fingerprint", String.join(" ", entry.fingerprints()))
                    .with("detail", entry.cell().detail());
            node.add(hold);
        }
        return node;
    }

    /** Returns the approximate open amount of all cells; a workspace-day with several cells counts once. */
    public static String worth(Collection<Entry> entries) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        Set<List<Object>> seen = new HashSet<>();
        for (Entry entry : entries) {
            OpenCell.Key key = entry.cell().key();
            if (seen.add(List.of(key.workspace(), key.day()))) {
                entry.worth().forEach((currency, amount) -> sums.merge(currency, amount, BigDecimal::add));
            }
        }
        return sums.isEmpty()
                ? NONE
                : sums.entrySet().stream()
                        .map(sum -> sum.getKey() + " " + sum.getValue().toPlainString())
                        .collect(Collectors.joining(", "));
    }

    private static String tier(OpenCell.Key key) {
        return key.meter() + (key.retentionDays() == 0 ? "" : " " + key.retentionDays());
    }

    private static void line(PrintWriter out, Object... cells) {
        out.print(String.format(Locale.ROOT, "%-10s  %-20s %-16s %-18s %6s  %-16s %-5s  %s", cells)
                .stripTrailing());
        out.print('\n');
    }
}
