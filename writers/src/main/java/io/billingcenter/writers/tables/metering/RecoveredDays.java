package io.billingcenter.writers.tables.metering;

import io.billingcenter.domain.guard.InputFindingKind;
import io.billingcenter.domain.guard.ReadingVerdict;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.schema.WorkspaceDayColumns;
import java.util.Collection;
import org.springframework.jdbc.core.JdbcTemplate;

/** Removes findings on missing files once the files are back, or no longer expected. */
public final class RecoveredDays {

    private final JdbcTemplate jdbc;
    private final long runId;

    /** Writes for that run, in the transaction of the caller. */
    public RecoveredDays(JdbcTemplate jdbc, long runId) {
        this.jdbc = jdbc;
        this.runId = runId;
    }

    /** Removes the findings of workspace-days whose files count again, but for files that the current reading could not read. */
    public void recover(Collection<WorkspaceDay> days) {
        new ReadingAttempts(jdbc, runId).forget(days);
        WorkspaceDayColumns.update(jdbc, """
                    DELETE FROM input_finding WHERE workspace_id = ? AND billing_day = ?
                      AND (finding = 'vanished' OR finding = 'unreadable' AND NOT EXISTS (
                        SELECT 1 FROM day_reading r
                        JOIN traffic_file f
                          ON f.workspace_id = r.workspace_id AND f.billing_day = r.billing_day AND f.reading = r.reading
                        WHERE r.workspace_id = input_finding.workspace_id AND r.billing_day = input_finding.billing_day
                          AND r.is_current = TRUE AND f.name = input_finding.subject AND f.unreadable = TRUE))""", days);
    }

    /** Removes findings on missing files before the late window, and in closed months unless other files wait for them. */
    public void forgetBefore(BillingDay firstDay, Collection<BillingMonth> closedMonths) {
        jdbc.update(
                "DELETE FROM input_finding WHERE finding = ? AND billing_day < ?",
                InputFindingKind.VANISHED.code(),
                firstDay.date());
        for (BillingMonth month : closedMonths) {
            if (!firstDay.isBefore(month.endExclusive())) {
                continue;
            }
            jdbc.update(
                    "DELETE FROM input_finding WHERE finding = ? AND billing_day >= ? AND billing_day < ?"
                            + " AND detail NOT LIKE ?",
                    InputFindingKind.VANISHED.code(),
                    month.firstDay().date(),
                    month.endExclusive().date(),
                    "%" + ReadingVerdict.WAITING + "%");
        }
    }
}
