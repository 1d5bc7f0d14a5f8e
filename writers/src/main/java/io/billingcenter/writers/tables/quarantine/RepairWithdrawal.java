package io.billingcenter.writers.tables.quarantine;

import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.schema.TableRow;
import io.billingcenter.schema.metering.WithdrawnFileTable;
import io.billingcenter.schema.quarantine.QuarantineRepairTable;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Withdraws repair files: table {@code withdrawn_file}. */
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
            TableRow row = WithdrawnFileTable.row(day, name, runId);
            WithdrawnFileTable.TABLE.delete(jdbc, WithdrawnFileTable.KEY, List.of(row));
            WithdrawnFileTable.TABLE.insert(jdbc, row);
        }
    }

    /** Returns the workspace-days into whose folders the file was put. */
    public List<WorkspaceDay> targetsOf(String name) {
        return jdbc.query(
                "SELECT DISTINCT repair_workspace_id, repair_day FROM quarantine_repair WHERE repair_file = ?"
                        + " ORDER BY repair_workspace_id, repair_day",
                (row, number) -> QuarantineRepairTable.target(row),
                name);
    }
}
