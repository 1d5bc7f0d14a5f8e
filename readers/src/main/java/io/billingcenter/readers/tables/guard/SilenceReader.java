package io.billingcenter.readers.tables.guard;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.guard.SilenceLimit.Charged;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.schema.WorkspaceDayColumns;
import io.billingcenter.schema.guard.InputFindingTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the days on which workspaces had files, and the charges of those that fell silent. */
public final class SilenceReader {

    private static final int BLOCK = 500;

    private static final String WITH_FILES = """
            SELECT workspace_id FROM day_reading WHERE billing_day = ? AND is_current = TRUE AND files > 0
            UNION
            SELECT workspace_id FROM input_finding WHERE billing_day = ? AND finding IN ('unreadable', 'vanished')""";

    /** Begins with the workspaces, so that the embedded database finds their readings by the key and not all of the days. */
    private static final String DAYS_WITH_FILES = """
            SELECT r.workspace_id, r.billing_day FROM workspace w
            JOIN day_reading r ON r.workspace_id = w.workspace_id AND r.billing_day >= ? AND r.billing_day < ?
            WHERE w.workspace_id IN ({workspaces}) AND r.is_current = TRUE AND r.files > 0""";

    /** Of workspaces that are silent on a day: the last day before with files, and the last one before that is silent, too. */
    private static final String LAST_DAYS = """
            SELECT f.workspace_id, (
                SELECT MAX(d.billing_day) FROM day_reading d
                WHERE d.workspace_id = f.workspace_id AND d.billing_day < ? AND d.is_current = TRUE AND d.files > 0
              ) AS with_files, (
                SELECT MAX(e.billing_day) FROM input_finding e
                WHERE e.workspace_id = f.workspace_id AND e.billing_day < ? AND e.finding = 'missing'
              ) AS silent_before
            FROM input_finding f WHERE f.finding = 'missing' AND f.billing_day = ?""";

    private static final String CHARGED = """
            SELECT COUNT(*) FROM rated_day WHERE billing_day = ? AND is_current = TRUE AND outcome = 'charged'""";

    private static final String AMOUNTS = """
            SELECT charge_currency AS currency, SUM(charge_amount) AS amount FROM rated_day
            WHERE billing_day = ? AND is_current = TRUE AND outcome = 'charged' AND charge_account IS NOT NULL
            GROUP BY charge_currency""";

    private static final String AMOUNTS_OF_SILENT = """
            SELECT r.workspace_id, r.charge_currency AS currency, SUM(r.charge_amount) AS amount FROM input_finding f
            JOIN rated_day r ON r.workspace_id = f.workspace_id AND r.billing_day = ? AND r.is_current = TRUE
              AND r.outcome = 'charged' AND r.charge_account IS NOT NULL
            WHERE f.finding = 'missing' AND f.billing_day = ? GROUP BY r.workspace_id, r.charge_currency""";

    private final JdbcTemplate jdbc;

    /** Reads through the template. */
    public SilenceReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the workspaces that have files for the day, readable or not, or had some that are gone. */
    public Set<WorkspaceId> withFiles(BillingDay day) {
        return Set.copyOf(
                jdbc.query(WITH_FILES, (row, n) -> InputFindingTable.WORKSPACE_ID.get(row), day.date(), day.date()));
    }

    /**
     * Returns the days with files of these workspaces, which reference data must know.
     *
     * @param from first day
     * @param end first day that no longer belongs to them
     */
    public Map<WorkspaceId, Set<BillingDay>> daysWithFiles(
            Collection<WorkspaceId> workspaces, BillingDay from, BillingDay end) {
        Map<WorkspaceId, Set<BillingDay>> days = new HashMap<>();
        List<WorkspaceId> sorted = new ArrayList<>(new TreeSet<>(workspaces));
        for (int start = 0; start < sorted.size(); start += BLOCK) {
            List<WorkspaceId> block = sorted.subList(start, Math.min(start + BLOCK, sorted.size()));
            List<Object> arguments = new ArrayList<>(List.of(from.date(), end.date()));
            block.forEach(workspace -> arguments.add(workspace.value()));
            jdbc.query(
                    DAYS_WITH_FILES.replace("{workspaces}", String.join(", ", Collections.nCopies(block.size(), "?"))),
                    row -> {
                        WorkspaceDay found = WorkspaceDayColumns.get(row);
                        days.computeIfAbsent(found.workspace(), key -> new TreeSet<>())
                                .add(found.day());
                    },
                    arguments.toArray());
        }
        return days;
    }

    /** Returns the acknowledged days without files of workspaces, from a day to the one before another. */
    public Map<WorkspaceId, Set<BillingDay>> acknowledged(BillingDay from, BillingDay end) {
        Map<WorkspaceId, Set<BillingDay>> days = new HashMap<>();
        jdbc.query(
                "SELECT workspace_id, billing_day FROM acknowledged_cell"
                        + " WHERE reason = 'missing' AND billing_day >= ? AND billing_day < ?",
                row -> {
                    WorkspaceDay found = WorkspaceDayColumns.get(row);
                    days.computeIfAbsent(found.workspace(), key -> new TreeSet<>())
                            .add(found.day());
                },
                from.date(),
                end.date());
        return days;
    }

    /** Returns the workspaces whose silence was found on that day first, each with its last day with files. */
    public Map<String, BillingDay> fallenSilent(BillingDay day) {
        Map<String, BillingDay> fallen = new TreeMap<>();
        jdbc.query(
                LAST_DAYS,
                row -> {
                    BillingDay files = InputFindingTable.BILLING_DAY.getOrNull(row, "with_files");
                    BillingDay silent = InputFindingTable.BILLING_DAY.getOrNull(row, "silent_before");
                    if (files != null && (silent == null || silent.isBefore(files))) {
                        fallen.put(row.getString("workspace_id"), files);
                    }
                },
                day.date(),
                day.date(),
                day.date());
        return fallen;
    }

    /** Returns the charges of all workspaces for a day. */
    public Charged charged(BillingDay day) {
        Long workspaces = jdbc.queryForObject(CHARGED, Long.class, day.date());
        Map<String, BigDecimal> amounts = new TreeMap<>();
        jdbc.query(
                AMOUNTS,
                row -> {
                    amounts.put(row.getString("currency"), row.getBigDecimal("amount"));
                },
                day.date());
        return new Charged(workspaces == null ? 0 : workspaces, amounts);
    }

    /**
     * Returns the charges, for another day, of some of the workspaces that are silent on a day.
     *
     * @param silent the day on which they are silent
     * @param some which of them count
     */
    public Charged chargedOfSilent(BillingDay charged, BillingDay silent, Set<String> some) {
        Map<String, BigDecimal> amounts = new TreeMap<>();
        jdbc.query(
                AMOUNTS_OF_SILENT,
                row -> {
                    if (some.contains(row.getString("workspace_id"))) {
                        amounts.merge(row.getString("currency"), row.getBigDecimal("amount"), BigDecimal::add);
                    }
                },
                charged.date(),
                silent.date());
        return new Charged(some.size(), amounts);
    }
}
