package io.billingcenter.domain.billing;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.digest.Digests;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Raises alerts on high consumption (billing rules 7.4, reading Q12): an alert is raised once per workspace-day and
 * item if the charges of a meter, or of everything, are strictly above the threshold in force on that billing day.
 */
public final class AlertThresholds {

    private static final Comparator<AlertThreshold> BY_ITEM =
            Comparator.comparing(threshold -> codeOf(threshold.meter()));

    private final Map<WorkspaceId, List<AlertThreshold>> byWorkspace;

    /** Creates the set of thresholds; those of one workspace and item must not overlap. */
    public AlertThresholds(Collection<AlertThreshold> thresholds) {
        this.byWorkspace =
                thresholds.stream().sorted(BY_ITEM).collect(Collectors.groupingBy(AlertThreshold::workspace));
    }

    /**
     * Returns the code of an item in files and tables: the code of the meter, or empty for the total, which is sorted
     * first.
     */
    public static String codeOf(@Nullable Meter meter) {
        return meter == null ? "" : meter.code();
    }

    /** Returns the new alerts by item, without those that have been raised before. */
    public List<Alert> raised(AlertWork work) {
        List<Alert> alerts = new ArrayList<>();
        for (AlertThreshold threshold : inForce(work.workspaceDay())) {
            if (!work.alreadyRaised().contains(Optional.ofNullable(threshold.meter()))) {
                consumed(threshold.meter(), work.charged())
                        .map(amount -> alert(work.workspaceDay(), threshold, amount))
                        .filter(alert -> alert.amount().compareTo(alert.threshold()) > 0)
                        .ifPresent(alerts::add);
            }
        }
        return List.copyOf(alerts);
    }

    /**
     * Returns the SHA-256 digest of the thresholds in force; as long as it stays the same, the same charges raise the
     * same alerts.
     */
    public String termsDigest(WorkspaceDay workspaceDay) {
        return Digests.sha256(inForce(workspaceDay).stream()
                .map(threshold -> codeOf(threshold.meter()) + "="
                        + threshold.amount().stripTrailingZeros().toPlainString())
                .collect(Collectors.joining("|")));
    }

    private List<AlertThreshold> inForce(WorkspaceDay workspaceDay) {
        return byWorkspace.getOrDefault(workspaceDay.workspace(), List.of()).stream()
                .filter(threshold -> threshold.days().contains(workspaceDay.day()))
                .toList();
    }

    private static Optional<Money> consumed(@Nullable Meter meter, Map<Meter, Money> charged) {
        return meter == null ? charged.values().stream().reduce(Money::plus) : Optional.ofNullable(charged.get(meter));
    }

    private static Alert alert(WorkspaceDay workspaceDay, AlertThreshold threshold, Money amount) {
        return new Alert(workspaceDay, threshold.meter(), Money.of(amount.currency(), threshold.amount()), amount);
    }
}
