package io.billingcenter.domain.pricing;

import io.billingcenter.domain.account.Plan;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.Usage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Selects the usage of a workspace-day that is charged under a plan (billing rules 2.4, 8). */
final class BillableUsage {

    private static final BigDecimal FREE_SERIES_OF_A_DATAKIT = BigDecimal.valueOf(300);

    private BillableUsage() {}

    static List<Usage> of(Plan plan, List<Usage> usage) {
        return switch (plan) {
            case FREE -> List.of();
            case COMMERCIAL, COMMERCIAL_INGEST -> usage;
            case LEGACY_DEFAULT -> withoutFreeSeries(usage);
            case LEGACY_SERIES ->
                usage.stream()
                        .filter(used -> used.tier().meter() != Meter.DATAKIT)
                        .toList();
            case PRIVATE ->
                usage.stream()
                        .filter(used -> used.tier().meter() == Meter.DATAKIT)
                        .toList();
        };
    }

    /** Deducts the free series, starting with the shortest retention. A line is kept even if nothing is left of it. */
    private static List<Usage> withoutFreeSeries(List<Usage> usage) {
        BigDecimal free = usage.stream()
                .filter(used -> used.tier().meter() == Meter.DATAKIT)
                .map(used -> used.quantity().multiply(FREE_SERIES_OF_A_DATAKIT))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Usage> billable = new ArrayList<>();
        for (Usage used : usage.stream().sorted(Usage.ORDER).toList()) {
            if (used.tier().meter() == Meter.SERIES) {
                BigDecimal taken = free.min(used.quantity());
                free = free.subtract(taken);
                billable.add(new Usage(used.tier(), used.quantity().subtract(taken)));
            } else {
                billable.add(used);
            }
        }
        return List.copyOf(billable);
    }
}
