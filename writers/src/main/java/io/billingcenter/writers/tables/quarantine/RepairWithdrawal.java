package io.billingcenter.writers.tables.quarantine;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Repair files that are withdrawn: table {@code withdrawn_file}. */
public final class RepairWithdrawal {

    private final JdbcTemplate jdbc;

    /** Reads and writes through the template, in the transaction of the caller. */
    public RepairWithdrawal(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Notes that a repair file is withdrawn.
     *
     * @throws IllegalArgumentException when no replay has made a file of that name
     */
    public void note(String name, long runId) {
        List<WorkspaceDay> targets = targetsOf(name);
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("Expected the name of a file that 'quarantine replay' has made, found '"
                    + name + "'; 'quarantine list --day DAY' shows the repair file of every repaired record");
        }
        for (WorkspaceDay day : targets) {
            Object[] key = {day.workspace().value(), day.day().date(), name};
            jdbc.update("DELETE FROM withdrawn_file WHERE workspace_id = ? AND billing_day = ? AND name = ?", key);
            jdbc.update(
                    "INSERT INTO withdrawn_file (workspace_id, billing_day, name, run_id) VALUES (?, ?, ?, ?)",
                    day.workspace().value(),
                    day.day().date(),
                    name,
                    runId);
        }
    }

    /** The workspace-days into whose folders the file was put. */
    public List<WorkspaceDay> targetsOf(String name) {
        return jdbc.query(
                "SELECT DISTINCT repair_workspace_id, repair_day FROM quarantine_repair WHERE repair_file = ?"
                        + " ORDER BY repair_workspace_id, repair_day",
                (row, number) -> new WorkspaceDay(
                        new WorkspaceId(row.getString(1)), new BillingDay(row.getObject(2, LocalDate.class))),
                name);
    }
}
