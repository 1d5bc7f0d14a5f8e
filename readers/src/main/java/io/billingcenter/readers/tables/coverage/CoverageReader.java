package io.billingcenter.readers.tables.coverage;

import io.billingcenter.domain.account.AccountDirectory;
import io.billingcenter.domain.account.Workspace;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.coverage.CoverageFact;
import io.billingcenter.domain.coverage.WorkspaceCoverage;
import io.billingcenter.domain.guard.InputFindingKind;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.readers.tables.guard.OpenCellReader;
import io.billingcenter.schema.WorkspaceDayColumns;
import io.billingcenter.schema.archive.PurgedDayTable;
import io.billingcenter.schema.guard.InputFindingTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the input of every charged workspace and day, a page of workspaces at a time. */
public final class CoverageReader {

    private static final int PAGE_WORKSPACES = 100;
    private static final String NEXT = "SELECT workspace_id FROM workspace WHERE workspace_id > ?"
            + " ORDER BY workspace_id FETCH FIRST " + PAGE_WORKSPACES + " ROWS ONLY";

    private static final String READINGS = """
            SELECT workspace_id, billing_day, files, unreadable_files, records FROM day_reading
            WHERE workspace_id BETWEEN ? AND ? AND billing_day >= ? AND billing_day < ? AND is_current = TRUE""";

    private static final String PURGED = """
            SELECT workspace_id, billing_day, files, unreadable_files, records, has_usage FROM purged_day
            WHERE workspace_id BETWEEN ? AND ? AND billing_day >= ? AND billing_day < ?""";

    private static final String FINDINGS =
            "SELECT c.workspace_id, c.billing_day, c.reason, CASE WHEN " + OpenCellReader.ACKNOWLEDGED + """
             THEN 1 ELSE 0 END AS acknowledged FROM (
              SELECT i.workspace_id, i.billing_day, i.finding AS reason, '' AS meter, 0 AS retention_days
              FROM input_finding i
              WHERE i.workspace_id BETWEEN ? AND ? AND i.billing_day >= ? AND i.billing_day < ?) c""";

    private final JdbcTemplate jdbc;
    private final AccountDirectory directory;

    /** Creates a reader of that database. */
    public CoverageReader(JdbcTemplate jdbc, AccountDirectory directory) {
        this.jdbc = jdbc;
        this.directory = directory;
    }

    /**
     * Passes on every workspace that is charged on any of the days, ordered by id.
     *
     * @param days must have an end
     */
    public void read(DayRange days, Consumer<WorkspaceCoverage> taker) {
        BillingDay end = Objects.requireNonNull(days.to(), "an end of the days");
        List<String> page = page("");
        while (!page.isEmpty()) {
            Map<WorkspaceDay, WorkspaceCoverage.Day> known = readings(page, days.from(), end);
            for (String workspace : page) {
                WorkspaceCoverage coverage = coverage(new WorkspaceId(workspace), days.from(), end, known);
                if (!coverage.days().isEmpty()) {
                    taker.accept(coverage);
                }
            }
            page = page(page.get(page.size() - 1));
        }
    }

    private List<String> page(String after) {
        return jdbc.query(NEXT, (row, number) -> row.getString(1), after);
    }

    private WorkspaceCoverage coverage(
            WorkspaceId workspace, BillingDay from, BillingDay end, Map<WorkspaceDay, WorkspaceCoverage.Day> known) {
        TreeMap<BillingDay, WorkspaceCoverage.Day> days = new TreeMap<>();
        BillingDay created =
                directory.workspace(workspace).map(Workspace::created).orElse(from);
        for (BillingDay day = from.isBefore(created) ? created : from; day.isBefore(end); day = day.plusDays(1)) {
            if (directory.plan(workspace, day).charged()) {
                days.put(day, known.getOrDefault(new WorkspaceDay(workspace, day), WorkspaceCoverage.Day.MISSING));
            }
        }
        return new WorkspaceCoverage(workspace, days);
    }

    private Map<WorkspaceDay, WorkspaceCoverage.Day> readings(List<String> page, BillingDay from, BillingDay end) {
        String first = page.get(0);
        String last = page.get(page.size() - 1);
        LocalDate start = from.date();
        LocalDate stop = end.date();
        Set<WorkspaceDay> used = new UsedDays(jdbc).between(first, last, start, stop);
        Map<WorkspaceDay, WorkspaceCoverage.Day> known = new HashMap<>();
        jdbc.query(
                READINGS,
                row -> {
                    WorkspaceDay day = WorkspaceDayColumns.get(row);
                    known.put(day, day(row, used.contains(day)));
                },
                first,
                last,
                start,
                stop);
        jdbc.query(
                PURGED,
                row -> {
                    known.put(WorkspaceDayColumns.get(row), day(row, PurgedDayTable.HAS_USAGE.get(row)));
                },
                first,
                last,
                start,
                stop);
        addFindings(known, first, last, start, stop);
        return known;
    }

    private void addFindings(
            Map<WorkspaceDay, WorkspaceCoverage.Day> known,
            String first,
            String last,
            LocalDate start,
            LocalDate stop) {
        jdbc.query(
                FINDINGS,
                row -> {
                    InputFindingKind kind = InputFindingTable.FINDING.get(row, "reason");
                    boolean acknowledged = row.getInt("acknowledged") == 1;
                    known.compute(
                            WorkspaceDayColumns.get(row),
                            (place, day) ->
                                    (day == null ? WorkspaceCoverage.Day.MISSING : day).with(kind, acknowledged));
                },
                first,
                last,
                start,
                stop);
    }

    private static WorkspaceCoverage.Day day(ResultSet row, boolean hasUsage) throws SQLException {
        long files = row.getLong("files");
        long records = row.getLong("records");
        CoverageFact fact = CoverageFact.of(files, row.getLong("unreadable_files"), records, hasUsage);
        return new WorkspaceCoverage.Day(fact, files, records);
    }
}
