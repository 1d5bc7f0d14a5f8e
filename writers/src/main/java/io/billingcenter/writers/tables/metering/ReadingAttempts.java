package io.billingcenter.writers.tables.metering;

import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.schema.TableRow;
import io.billingcenter.schema.WorkspaceDayColumns;
import io.billingcenter.schema.metering.ReadingAttemptTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Table {@code reading_attempt}: readings that do not count, or that have to be repeated. */
public final class ReadingAttempts {

    private final JdbcTemplate jdbc;
    private final long runId;

    /**
     * An attempt at a workspace-day.
     *
     * @param inputDigest digest of the files and terms that were read
     * @param counts true if the reading counts all the same
     * @param mayPass true if it is to be repeated although no file seems to have changed
     */
    public record Attempt(WorkspaceDay workspaceDay, String inputDigest, boolean counts, boolean mayPass) {}

    /** Writes for that run, in the transaction of the caller. */
    public ReadingAttempts(JdbcTemplate jdbc, long runId) {
        this.jdbc = jdbc;
        this.runId = runId;
    }

    /** Stores the attempts in place of all earlier ones at these workspace-days. */
    public void replace(Collection<WorkspaceDay> days, List<Attempt> attempts) {
        forget(days);
        List<TableRow> rows = new ArrayList<>(attempts.size());
        for (Attempt attempt : attempts) {
            rows.add(ReadingAttemptTable.TABLE
                    .row()
                    .set(
                            ReadingAttemptTable.WORKSPACE_ID,
                            attempt.workspaceDay().workspace())
                    .set(ReadingAttemptTable.BILLING_DAY, attempt.workspaceDay().day())
                    .set(ReadingAttemptTable.INPUT_DIGEST, attempt.inputDigest())
                    .set(ReadingAttemptTable.COUNTS, attempt.counts())
                    .set(ReadingAttemptTable.MAY_PASS, attempt.mayPass())
                    .set(ReadingAttemptTable.RUN_ID, runId));
        }
        ReadingAttemptTable.TABLE.insert(jdbc, rows);
    }

    /** Deletes the attempts at these workspace-days. */
    public void forget(Collection<WorkspaceDay> days) {
        // Attempts are rare: one look at an empty table costs less than a DELETE for each workspace-day.
        if (!days.isEmpty() && !ReadingAttemptTable.TABLE.isEmpty(jdbc)) {
            WorkspaceDayColumns.delete(jdbc, ReadingAttemptTable.TABLE, days);
        }
    }
}
