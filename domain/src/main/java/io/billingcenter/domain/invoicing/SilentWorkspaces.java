package io.billingcenter.domain.invoicing;

import io.billingcenter.domain.time.BillingDay;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Workspaces that fell silent together, with all days of their silence that nobody has acknowledged.
 *
 * @param first first day of the silence
 * @param days silent workspace-days
 * @param charged charges of these workspaces on the day before, by currency
 * @param allCharged charges of all workspaces on that day, by currency
 * @param allWorkspaces number of workspaces charged on that day
 */
public record SilentWorkspaces(
        BillingDay first,
        List<Day> days,
        Map<String, BigDecimal> charged,
        Map<String, BigDecimal> allCharged,
        long allWorkspaces) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** A workspace-day without files. */
    public record Day(String workspace, BillingDay day) {}

    /**
     * The limits above which a silence blocks the close.
     *
     * @param chargeShare percentage of the charges of the day before, in any currency
     * @param workspaces number of workspaces below which only the charges decide
     * @param workspaceShare percentage of the charged workspaces
     */
    public record Limit(int chargeShare, int workspaces, int workspaceShare) {}

    /** Copies the collections. */
    public SilentWorkspaces {
        days = List.copyOf(days);
        charged = Map.copyOf(charged);
        allCharged = Map.copyOf(allCharged);
    }

    /** Returns whether the silence as a whole exceeds the limit. */
    public boolean exceeds(Limit limit) {
        boolean byCharges = charged.entrySet().stream()
                .anyMatch(entry -> entry.getValue()
                                .multiply(HUNDRED)
                                .compareTo(allCharged
                                        .getOrDefault(entry.getKey(), BigDecimal.ZERO)
                                        .multiply(BigDecimal.valueOf(limit.chargeShare())))
                        > 0);
        long silent = days.stream().map(Day::workspace).distinct().count();
        return byCharges || silent >= limit.workspaces() && silent * 100 > allWorkspaces * limit.workspaceShare();
    }
}
