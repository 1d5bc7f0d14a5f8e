package io.billingcenter.readers.tables.metering;

import io.billingcenter.domain.metering.plan.ListedTask.ListedFile;
import io.billingcenter.domain.metering.plan.StagedFile;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.schema.WorkspaceDayColumns;
import io.billingcenter.schema.metering.RemoteFileTable;
import io.billingcenter.schema.metering.TrafficFileTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** The files that were staged from a remote traffic store. */
public final class StagedFileReader {

    private static final String OF_WORKSPACES = RemoteFileTable.TABLE.select() + """
             WHERE billing_day >= ? AND billing_day <= ? AND workspace_id > ? AND workspace_id <= ?
            ORDER BY workspace_id, billing_day, name""";

    private static final String DROPPED = RemoteFileTable.TABLE.select() + """
             WHERE fetched = FALSE AND listed = TRUE AND billing_day >= ? AND billing_day <= ?
            ORDER BY workspace_id, billing_day, name""";

    private static final String OF_DAY =
            RemoteFileTable.TABLE.select() + " WHERE " + WorkspaceDayColumns.CONDITION + " ORDER BY name";

    private static final String STAGED_DAYS = """
            SELECT DISTINCT billing_day FROM remote_file WHERE fetched = TRUE AND billing_day < ? ORDER BY billing_day""";

    private static final String STAGED_OF_DAY =
            RemoteFileTable.TABLE.select() + " WHERE billing_day = ? AND fetched = TRUE ORDER BY workspace_id, name";

    private static final String READ_FILES = """
            SELECT f.workspace_id, f.billing_day, f.name, f.size_bytes, f.modified FROM day_reading r
            JOIN traffic_file f
              ON f.workspace_id = r.workspace_id AND f.billing_day = r.billing_day AND f.reading = r.reading
            WHERE r.billing_day = ? AND r.is_current = TRUE AND COALESCE(f.unreadable, FALSE) = FALSE""";

    private final JdbcTemplate jdbc;

    /** Reads from that database. */
    public StagedFileReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Returns the files by workspace-day.
     *
     * @param first first billing day
     * @param last last billing day, included
     * @param after name after which the workspaces begin; empty for all
     * @param lastWorkspace last workspace, included
     */
    public Map<WorkspaceDay, List<StagedFile>> of(
            BillingDay first, BillingDay last, String after, String lastWorkspace) {
        return byDay(jdbc.query(
                OF_WORKSPACES,
                (row, number) -> RemoteFileTable.staged(row),
                first.date(),
                last.date(),
                after,
                lastWorkspace));
    }

    /** Returns the last billing day of which files were staged. */
    public Optional<BillingDay> lastDay() {
        return jdbc
                .query(
                        "SELECT billing_day FROM remote_file ORDER BY billing_day DESC FETCH FIRST 1 ROWS ONLY",
                        (row, number) -> RemoteFileTable.BILLING_DAY.get(row))
                .stream()
                .findFirst();
    }

    /** Returns the files of a workspace-day. */
    public List<StagedFile> of(WorkspaceDay day) {
        return jdbc.query(
                OF_DAY,
                (row, number) -> RemoteFileTable.staged(row),
                day.workspace().value(),
                day.day().date());
    }

    /**
     * Returns the files that the store has and whose copies were dropped, by workspace-day, workspaces in order.
     *
     * @param first first billing day
     * @param last last billing day, included
     */
    public Map<WorkspaceDay, List<StagedFile>> dropped(BillingDay first, BillingDay last) {
        return byDay(jdbc.query(DROPPED, (row, number) -> RemoteFileTable.staged(row), first.date(), last.date()));
    }

    /** Returns the billing days before a day of which there are copies. */
    public List<BillingDay> stagedDaysBefore(BillingDay day) {
        return jdbc.query(STAGED_DAYS, (row, number) -> RemoteFileTable.BILLING_DAY.get(row), day.date());
    }

    /** Returns the files of a billing day that have copies, by workspace-day. */
    public Map<WorkspaceDay, List<StagedFile>> staged(BillingDay day) {
        return byDay(jdbc.query(STAGED_OF_DAY, (row, number) -> RemoteFileTable.staged(row), day.date()));
    }

    /** Returns the files from which the measures that count were read, by workspace-day. */
    public Map<WorkspaceDay, Set<ListedFile>> read(BillingDay day) {
        Map<WorkspaceDay, Set<ListedFile>> files = new HashMap<>();
        jdbc.query(
                READ_FILES,
                row -> {
                    addRead(files, row);
                },
                day.date());
        return files;
    }

    private static void addRead(Map<WorkspaceDay, Set<ListedFile>> files, ResultSet row) throws SQLException {
        files.computeIfAbsent(WorkspaceDayColumns.get(row), key -> new HashSet<>())
                .add(TrafficFileTable.listed(row));
    }

    private static Map<WorkspaceDay, List<StagedFile>> byDay(List<StagedFile> files) {
        Map<WorkspaceDay, List<StagedFile>> days = new LinkedHashMap<>();
        for (StagedFile file : files) {
            days.computeIfAbsent(file.file().workspaceDay(), key -> new ArrayList<>())
                    .add(file);
        }
        return days;
    }
}
