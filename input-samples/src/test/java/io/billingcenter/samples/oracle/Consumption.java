package io.billingcenter.samples.oracle;

import io.billingcenter.samples.oracle.Rating.Charged;
import io.billingcenter.samples.oracle.Reference.Threshold;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Compares what a workspace uses or is charged with a limit: quotas of the free plan and alerts (billing rules 4.2, 7.4). */
final class Consumption {

    private static final Map<String, Long> QUOTAS = Map.ofEntries(
            Map.entry("series", 3_000L),
            Map.entry("log", 1_000_000L),
            Map.entry("forward_external", 0L),
            Map.entry("forward_stored", 0L),
            Map.entry("trace", 8_000L),
            Map.entry("profile", 60L),
            Map.entry("rum_pv", 2_000L),
            Map.entry("session_replay", 1_000L),
            Map.entry("synthetic", 200_000L),
            Map.entry("trigger", 100_000L),
            Map.entry("sms", 0L));

    private final Set<List<String>> raised = new HashSet<>();

    /** Rows of {@code alerts.csv}; what was told once is told in these words for ever. */
    final List<List<String>> alerts = new ArrayList<>();

    /** Rows of {@code free-usage.csv} of a workspace-day on the free plan. */
    static List<List<String>> freeUsage(Reference reference, String workspace, LocalDate day, List<Item> items) {
        List<Item> counted = items.stream()
                .filter(item -> !item.source().equals(RawItems.SELF_BUILT))
                .toList();
        Map<String, Fraction> used = new TreeMap<>();
        new Metering(reference)
                .quantities(workspace, day, counted)
                .forEach((tier, quantity) -> used.merge(tier.meter(), quantity, Fraction::plus));
        List<List<String>> rows = new ArrayList<>();
        used.forEach((meter, quantity) -> {
            if (QUOTAS.containsKey(meter)) {
                Fraction quota = Fraction.of(QUOTAS.get(meter));
                rows.add(List.of(
                        day.toString(),
                        workspace,
                        meter,
                        quota.plain(),
                        quantity.plain(),
                        quantity.minus(quota).max(Fraction.ZERO).plain(),
                        Tier.flat(meter).unit().plain()));
            }
        });
        return rows;
    }

    /** Looks at what a workspace-day is charged now. */
    void raiseAlerts(Reference reference, String workspace, LocalDate day, Charged charged) {
        for (Threshold threshold : reference.thresholds) {
            if (threshold.workspace().equals(workspace) && Reference.isIn(day, threshold.from(), threshold.to())) {
                Fraction amount = charged.lines().stream()
                        .filter(line -> threshold.meter().isEmpty()
                                || threshold.meter().equals(line.tier().meter()))
                        .map(Rating.Line::amount)
                        .reduce(Fraction.ZERO, Fraction::plus);
                List<String> item = List.of(day.toString(), workspace, threshold.meter());
                if (amount.compareTo(threshold.amount()) > 0 && raised.add(item)) {
                    alerts.add(List.of(
                            day.toString(),
                            workspace,
                            threshold.meter(),
                            threshold.amount().money(),
                            amount.money(),
                            charged.currency()));
                }
            }
        }
    }
}
