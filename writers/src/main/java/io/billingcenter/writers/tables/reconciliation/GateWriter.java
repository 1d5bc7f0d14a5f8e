package io.billingcenter.writers.tables.reconciliation;

import io.billingcenter.domain.reconciliation.Discrepancy;
import io.billingcenter.domain.reconciliation.ReconciliationResult;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.TableRow;
import io.billingcenter.schema.reconciliation.BalanceCheckTable;
import io.billingcenter.schema.reconciliation.DiscrepancyTable;
import io.billingcenter.schema.reconciliation.GateDayTable;
import io.billingcenter.schema.reconciliation.GatePassedTable;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes the tables of the gates: the scope of a check, its result, and the last run that has passed. */
public final class GateWriter {

    private static final String TOUCHED = """
            SELECT DISTINCT workspace_id, control_day AS billing_day FROM control_total
            WHERE run_id > ? AND stage IN ('read', 'rated', 'posted')""";

    private static final String OF_DAY = """
            SELECT workspace_id, billing_day FROM day_reading WHERE billing_day = ?
            UNION SELECT workspace_id, billing_day FROM metered_day WHERE billing_day = ?
            UNION SELECT workspace_id, billing_day FROM rated_day WHERE billing_day = ?
            UNION SELECT workspace_id, billing_day FROM posting WHERE billing_day = ? AND agreement_id = ''
            UNION SELECT workspace_id, billing_day FROM posting WHERE posted_day = ? AND agreement_id = ''
            UNION SELECT workspace_id, control_day FROM control_total
              WHERE control_day = ? AND stage IN ('read', 'rated', 'posted')""";

    private static final String SETTLED = """
             AND n.posted_day <= (SELECT MAX(posted_day) FROM settled_day)
            AND NOT EXISTS (SELECT 1 FROM settlement_due d WHERE d.posted_day = n.posted_day)""";

    private final JdbcTemplate jdbc;

    /** Works through the template. */
    public GateWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Sets the scope to the workspace-days that were read, rated or posted since the gate was passed last. */
    public void selectUnchecked(String gate) {
        fill(TOUCHED, passedRun(gate));
    }

    /** Sets the scope to all workspace-days of a billing day, and to those with postings under it. */
    public void selectDay(BillingDay day) {
        Object date = day.date();
        fill(OF_DAY, date, date, date, date, date, date);
    }

    /**
     * Sets the scope to the bills that got postings or payments since the gate was passed last.
     *
     * @param until last day
     * @param settledOnly whether bills are left out that are still to be settled
     */
    public void selectUncheckedBills(String gate, BillingDay until, boolean settledOnly) {
        long passed = passedRun(gate);
        jdbc.update("DELETE FROM gate_day");
        jdbc.update("""
                INSERT INTO gate_day (posted_day)
                SELECT n.posted_day FROM (
                  SELECT posted_day FROM control_total WHERE run_id > ? AND stage IN ('posted', 'fee')
                  UNION
                  SELECT control_day FROM control_total
                  WHERE run_id > ? AND stage = 'settled' AND subject NOT IN ('ledger', 'wallet')) n
                WHERE n.posted_day <= ?""" + (settledOnly ? SETTLED : ""), passed, passed, until.date());
    }

    /** Sets the scope to no bills. */
    public void selectNoBills() {
        jdbc.update("DELETE FROM gate_day");
    }

    /** Sets the scope to the bills of a day. */
    public void selectBills(BillingDay day) {
        jdbc.update("DELETE FROM gate_day");
        GateDayTable.TABLE.insert(jdbc, GateDayTable.TABLE.row().set(GateDayTable.POSTED_DAY, day));
    }

    /** Returns the last run that passed the gate; -1 when none did: the first run may have the number 0. */
    public long passedRun(String gate) {
        return jdbc
                .query("SELECT run_id FROM gate_passed WHERE gate = ?", (row, number) -> row.getLong(1), gate)
                .stream()
                .findFirst()
                .orElse(-1L);
    }

    /** Notes that everything up to the run has passed the gate, and empties the scope. */
    public void passed(String gate, long runId) {
        jdbc.update("DELETE FROM gate_scope");
        jdbc.update("DELETE FROM gate_day");
        if (jdbc.update("UPDATE gate_passed SET run_id = ? WHERE gate = ?", runId, gate) == 0) {
            GatePassedTable.TABLE.insert(jdbc, GatePassedTable.row(gate, runId));
        }
    }

    /** Stores the balance table and what differs, in place of what the run found at that gate before. */
    public void store(String gate, long runId, ReconciliationResult sheet) {
        jdbc.update(BalanceCheckTable.TABLE.delete(BalanceCheckTable.KEY), runId, gate);
        jdbc.update(DiscrepancyTable.TABLE.delete(DiscrepancyTable.KEY), runId, gate);
        BalanceCheckTable.TABLE.insert(
                jdbc,
                sheet.lines().stream()
                        .map(line -> BalanceCheckTable.row(runId, gate, line))
                        .toList());
        List<TableRow> rows = new ArrayList<>();
        for (Discrepancy found : sheet.discrepancies()) {
            rows.add(DiscrepancyTable.row(runId, gate, rows.size() + 1, found));
        }
        DiscrepancyTable.TABLE.insert(jdbc, rows);
    }

    private void fill(String sql, Object... arguments) {
        jdbc.update("DELETE FROM gate_scope");
        jdbc.update(
                "INSERT INTO gate_scope (scope_number, workspace_id, billing_day)"
                        + " SELECT ROW_NUMBER() OVER (), d.workspace_id, d.billing_day FROM (" + sql + ") d",
                arguments);
    }
}
