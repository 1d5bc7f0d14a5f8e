package io.billingcenter.writers.tables.billing;

import io.billingcenter.domain.billing.Alert;
import io.billingcenter.domain.billing.AlertThresholds;
import io.billingcenter.domain.billing.AlertWork;
import io.billingcenter.domain.billing.CheckedDay;
import io.billingcenter.domain.reconciliation.ControlStage;
import io.billingcenter.domain.reconciliation.ControlTotal;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.schema.TableRow;
import io.billingcenter.schema.WorkspaceDayColumns;
import io.billingcenter.schema.billing.AlertCheckTable;
import io.billingcenter.schema.billing.RaisedAlertTable;
import io.billingcenter.schema.digest.RowDigests;
import io.billingcenter.writers.tables.delivery.DeliveryDue;
import io.billingcenter.writers.tables.reconciliation.ControlTotals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.jdbc.core.JdbcTemplate;

/** Stores alerts, and in the same transaction the ratings that were compared. The key of the table allows no alert twice. */
public final class AlertWriter implements ItemWriter<CheckedDay> {

    private final JdbcTemplate jdbc;
    private final long runId;

    /** Stores alerts of that run. */
    public AlertWriter(JdbcTemplate jdbc, long runId) {
        this.jdbc = jdbc;
        this.runId = runId;
    }

    @Override
    public void write(Chunk<? extends CheckedDay> days) {
        List<TableRow> alerts = new ArrayList<>();
        List<ControlTotal> totals = new ArrayList<>();
        List<TableRow> checks = new ArrayList<>();
        List<WorkspaceDay> checked = new ArrayList<>();
        List<WorkspaceDay> due = new ArrayList<>();
        for (CheckedDay day : days) {
            AlertWork work = day.work();
            checked.add(work.workspaceDay());
            checks.add(AlertCheckTable.row(work));
            for (Alert alert : day.alerts()) {
                TableRow row = RaisedAlertTable.row(alert, runId);
                alerts.add(row);
                totals.add(total(alert, row));
                due.add(work.workspaceDay());
            }
        }
        RaisedAlertTable.TABLE.insert(jdbc, alerts);
        new ControlTotals(jdbc, runId).insert(totals);
        WorkspaceDayColumns.delete(jdbc, AlertCheckTable.TABLE, checked);
        AlertCheckTable.TABLE.insert(jdbc, checks);
        new DeliveryDue(jdbc).mark(due);
    }

    private static ControlTotal total(Alert alert, TableRow row) {
        String currency = alert.amount().currency().getCurrencyCode();
        return new ControlTotal(
                ControlStage.ALERT,
                alert.workspaceDay().workspace().value(),
                alert.workspaceDay().day().date(),
                1,
                AlertThresholds.codeOf(alert.meter()),
                currency,
                null,
                1,
                BigDecimal.ZERO,
                alert.amount().amount(),
                new RowDigests().add(row).parts());
    }
}
