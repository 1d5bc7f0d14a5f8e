package io.billingcenter.readers.tables.guard;

import io.billingcenter.domain.guard.AttentionItem;
import io.billingcenter.domain.guard.InputFindingKind;
import io.billingcenter.domain.guard.OpenCell;
import io.billingcenter.domain.guard.SilenceLimit;
import io.billingcenter.domain.metering.plan.QuarantineLimit;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.readers.tables.quarantine.RepairedCounts;
import io.billingcenter.schema.WorkspaceDayColumns;
import io.billingcenter.schema.metering.DayReadingTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads what needs attention after a run: holds and findings that nobody has acknowledged, workspaces that fell silent,
 * and quarantined records above the limit of reports. A few queries, none of them for a workspace.
 */
public final class AttentionReader {

    private static final String BAD = """
            SELECT workspace_id, billing_day, records, conflicts + quarantined AS bad FROM day_reading
            WHERE billing_day = ? AND is_current = TRUE AND conflicts + quarantined > ?
            UNION
            SELECT workspace_id, billing_day, records, conflicts + quarantined AS bad FROM day_reading
            WHERE run_id = ? AND billing_day < ? AND is_current = TRUE AND conflicts + quarantined > ?
            ORDER BY billing_day, workspace_id""";

    private static final String ALL_BAD = """
            SELECT SUM(records) AS records, SUM(conflicts + quarantined) AS bad FROM day_reading
            WHERE billing_day = ? AND is_current = TRUE""";

    private final JdbcTemplate jdbc;
    private final SilenceLimit silenceLimit;
    private final QuarantineLimit reportLimit;

    private record BadDay(WorkspaceDay place, long records, long bad) {}

    /**
     * Looks through the template.
     *
     * @param reportLimit above which quarantined records of a workspace-day need attention
     */
    public AttentionReader(JdbcTemplate jdbc, SilenceLimit silenceLimit, QuarantineLimit reportLimit) {
        this.jdbc = jdbc;
        this.silenceLimit = silenceLimit;
        this.reportLimit = reportLimit;
    }

    /**
     * Lists what needs attention after a run, by kind, day and workspace.
     *
     * @param day billing day of the run
     * @param runId its number; late readings of it count, too
     */
    public List<AttentionItem> after(BillingDay day, long runId) {
        List<AttentionItem> items = new ArrayList<>();
        List<OpenCell.Key> silent = new ArrayList<>();
        Set<List<Object>> seen = new HashSet<>();
        for (OpenCell cell : new OpenCellReader(jdbc).notAcknowledgedUpTo(day)) {
            OpenCell.Key key = cell.key();
            boolean isNew = seen.add(List.of(key.workspace(), key.day(), key.reason(), distinct(cell)));
            if (key.reason().equals(InputFindingKind.MISSING.code())) {
                if (key.day().equals(day)) {
                    silent.add(key);
                }
            } else if (isNew) {
                items.add(new AttentionItem(key.reason(), key.workspace(), key.day(), cell.detail(), true));
            }
        }
        items.addAll(silences(day, silent));
        items.addAll(quarantined(day, runId));
        items.sort((one, other) -> one.kind().compareTo(other.kind()));
        return items;
    }

    /** Files are listed one by one; of a hold with many meters, one line is enough. */
    private static String distinct(OpenCell cell) {
        String reason = cell.key().reason();
        boolean ofFiles =
                reason.equals(InputFindingKind.UNREADABLE.code()) || reason.equals(InputFindingKind.VANISHED.code());
        return ofFiles ? cell.detail() : "";
    }

    private List<AttentionItem> silences(BillingDay day, List<OpenCell.Key> silent) {
        if (silent.isEmpty()) {
            return List.of();
        }
        SilenceReader reader = new SilenceReader(jdbc);
        Map<String, BillingDay> fallen = new TreeMap<>(reader.fallenSilent(day));
        fallen.keySet().retainAll(silent.stream().map(OpenCell.Key::workspace).toList());
        boolean urgent = false;
        if (!fallen.isEmpty()) {
            BillingDay before = Collections.max(fallen.values());
            urgent = silenceLimit.isExceededBy(
                    reader.chargedOfSilent(before, day, fallen.keySet()), reader.charged(before));
        }
        List<AttentionItem> items = new ArrayList<>();
        for (OpenCell.Key key : silent) {
            BillingDay last = fallen.get(key.workspace());
            items.add(new AttentionItem(
                    key.reason(),
                    key.workspace(),
                    day,
                    last == null ? "still silent" : "no files since " + last,
                    urgent && last != null));
        }
        return items;
    }

    private List<AttentionItem> quarantined(BillingDay day, long runId) {
        List<AttentionItem> items = new ArrayList<>();
        List<BadDay> found = jdbc.query(
                BAD,
                (row, n) ->
                        new BadDay(WorkspaceDayColumns.get(row), DayReadingTable.RECORDS.get(row), row.getLong("bad")),
                day.date(),
                reportLimit.count(),
                runId,
                day.date(),
                reportLimit.count());
        if (!found.isEmpty()) {
            BillingDay first = found.get(0).place().day();
            Map<WorkspaceDay, Long> repaired =
                    new RepairedCounts(jdbc).of(new DayRange(first.isBefore(day) ? first : day, day.plusDays(1)));
            for (BadDay bad : found) {
                long fixed = repaired.getOrDefault(bad.place(), 0L);
                if (reportLimit.isExceededBy(bad.records(), bad.bad(), fixed)) {
                    items.add(quarantined(
                            bad.place().workspace().value(), bad.place().day(), bad.bad() - fixed, bad.records()));
                }
            }
        }
        if (items.isEmpty()) {
            items.addAll(wholeNight(day));
        }
        return items;
    }

    private List<AttentionItem> wholeNight(BillingDay day) {
        return jdbc
                .query(ALL_BAD, (row, n) -> new long[] {row.getLong("records"), row.getLong("bad")}, day.date())
                .stream()
                .filter(sums -> sums[0] > 0 && sums[1] == sums[0] && !isAllRepaired(day, sums[1]))
                .map(sums -> quarantined("", day, sums[1], sums[0]))
                .toList();
    }

    private boolean isAllRepaired(BillingDay day, long bad) {
        return new RepairedCounts(jdbc)
                        .of(new DayRange(day, day.plusDays(1))).values().stream()
                                .mapToLong(Long::longValue)
                                .sum()
                >= bad;
    }

    private static AttentionItem quarantined(String workspace, BillingDay day, long bad, long records) {
        return new AttentionItem(
                AttentionItem.QUARANTINED,
                workspace,
                day,
                bad + " of " + records + " records quarantined; see: billing quarantine --day " + day,
                true);
    }
}
