package io.billingcenter.readers.tables.billing;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.pricing.QuotaAllocator;
import io.billingcenter.domain.pricing.QuotaAllocator.PackageDay;
import io.billingcenter.domain.pricing.QuotaDrawdown;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.MeasuredDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.schema.WorkspaceDayColumns;
import io.billingcenter.schema.metering.MeteredDayTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Computes the draw-downs of packages from the current measures of all workspaces that share them. It holds the
 * measures of a few accounts at once, never those of all.
 */
final class QuotaDrawdownReader {

    /** The number of workspace-days whose measures are held at once; an account with more of them is read by itself. */
    private static final int MOST_DAYS = 5_000;

    private static final String MEASURED = """
            SELECT d.workspace_id, d.billing_day, r.records, r.conflicts, r.quarantined, d.measures
            FROM metered_day d
            JOIN day_reading r
              ON r.workspace_id = d.workspace_id AND r.billing_day = d.billing_day AND r.is_current = TRUE
            WHERE d.workspace_id IN (:workspaces) AND d.billing_day >= :from AND d.billing_day <= :to
              AND d.is_current = TRUE""";

    private final NamedParameterJdbcTemplate jdbc;
    private final QuotaAllocator sharing;
    private final QuarantineLimitCheck verdict;

    QuotaDrawdownReader(JdbcTemplate jdbc, QuotaAllocator sharing, QuarantineLimitCheck verdict) {
        this.jdbc = new NamedParameterJdbcTemplate(jdbc);
        this.sharing = sharing;
        this.verdict = verdict;
    }

    /** Returns the draw-down of each of the workspace-days that have a package. */
    Map<WorkspaceDay, QuotaDrawdown> drawdowns(Collection<WorkspaceDay> workspaceDays) {
        Set<PackageDay> packageDays =
                new TreeSet<>(Comparator.comparing(PackageDay::account).thenComparing(PackageDay::day));
        workspaceDays.forEach(day -> sharing.packageDay(day).ifPresent(packageDays::add));
        Map<WorkspaceDay, QuotaDrawdown> drawdowns = new HashMap<>();
        Batch batch = new Batch();
        for (List<PackageDay> ofAccount : byAccount(packageDays)) {
            batch.add(ofAccount);
            if (batch.days() >= MOST_DAYS) {
                drawdowns.putAll(drawdowns(batch, workspaceDays));
                batch = new Batch();
            }
        }
        drawdowns.putAll(drawdowns(batch, workspaceDays));
        return drawdowns;
    }

    private static Collection<List<PackageDay>> byAccount(Set<PackageDay> packageDays) {
        return packageDays.stream()
                .collect(Collectors.groupingBy(PackageDay::account, TreeMap::new, Collectors.toList()))
                .values();
    }

    private Map<WorkspaceDay, QuotaDrawdown> drawdowns(Batch batch, Collection<WorkspaceDay> wanted) {
        if (batch.packageDays.isEmpty()) {
            return Map.of();
        }
        Map<WorkspaceDay, MeasuredDay> measured = measured(batch);
        Map<WorkspaceDay, QuotaDrawdown> drawdowns = new HashMap<>();
        for (PackageDay packageDay : batch.packageDays) {
            List<MeasuredDay> days = sharing.members(packageDay).stream()
                    .map(workspace -> new WorkspaceDay(workspace, packageDay.day()))
                    .filter(measured::containsKey)
                    .map(measured::get)
                    .toList();
            sharing.drawdowns(packageDay, days)
                    .forEach((workspace, drawdown) ->
                            drawdowns.put(new WorkspaceDay(workspace, packageDay.day()), drawdown));
        }
        drawdowns.keySet().retainAll(Set.copyOf(wanted));
        return drawdowns;
    }

    private Map<WorkspaceDay, MeasuredDay> measured(Batch batch) {
        Map<WorkspaceDay, MeasuredDay> measured = new HashMap<>();
        Map<String, Object> parameters = Map.of(
                "workspaces",
                batch.members.stream().map(WorkspaceId::value).toList(),
                "from",
                batch.first().date(),
                "to",
                batch.last().date());
        jdbc.query(MEASURED, parameters, row -> {
            WorkspaceDay day = WorkspaceDayColumns.get(row);
            boolean overLimit = verdict.of(day, row);
            measured.put(day, new MeasuredDay(day, overLimit, MeteredDayTable.measures(row)));
        });
        return measured;
    }

    /** Accounts whose measures are read together. */
    private final class Batch {

        private final List<PackageDay> packageDays = new ArrayList<>();
        private final Set<WorkspaceId> members = new LinkedHashSet<>();

        void add(List<PackageDay> ofAccount) {
            packageDays.addAll(ofAccount);
            ofAccount.forEach(day -> members.addAll(sharing.members(day)));
        }

        long days() {
            return packageDays.isEmpty()
                    ? 0
                    : members.size()
                            * (last().date().toEpochDay() - first().date().toEpochDay() + 1);
        }

        BillingDay first() {
            return packageDays.stream()
                    .map(PackageDay::day)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
        }

        BillingDay last() {
            return packageDays.stream()
                    .map(PackageDay::day)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }
}
