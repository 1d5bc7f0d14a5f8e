package io.billingcenter.writers.tables.metering;

import io.billingcenter.domain.usage.WorkspaceDay;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Table {@code reading_attempt}: readings that did not come to count, or that have to be repeated. */
public final class ReadingAttempts {

    private final JdbcTemplate jdbc;
    private final long runId;

    /**
     * An attempt at a workspace-day.
     *
     * @param inputDigest of the files and terms that were read
     * @param counts whether the reading counts all the same
     * @param mayPass whether it is to be repeated though nothing shows that a file has changed
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
        if (!attempts.isEmpty()) {
            jdbc.batchUpdate(
                    "INSERT INTO reading_attempt (workspace_id, billing_day, input_digest, counts, may_pass, run_id)"
                            + " VALUES (?, ?, ?, ?, ?, ?)",
                    attempts.stream()
                            .map(attempt -> new Object[] {
                                attempt.workspaceDay().workspace().value(),
                                attempt.workspaceDay().day().date(),
                                attempt.inputDigest(),
                                attempt.counts(),
                                attempt.mayPass(),
                                runId
                            })
                            .toList());
        }
    }

    /** Forgets the attempts at these workspace-days. */
    public void forget(Collection<WorkspaceDay> days) {
        if (!days.isEmpty() && !isEmpty()) {
            jdbc.batchUpdate(
                    "DELETE FROM reading_attempt WHERE workspace_id = ? AND billing_day = ?",
                    days.stream()
                            .map(day -> new Object[] {
                                day.workspace().value(), day.day().date()
                            })
                            .toList());
        }
    }

    private boolean isEmpty() {
        return jdbc.queryForList("SELECT 1 FROM reading_attempt FETCH FIRST 1 ROWS ONLY")
                .isEmpty();
    }
}
