package io.billingcenter.writers.tables.billing;

import io.billingcenter.domain.billing.Alert;
import io.billingcenter.domain.billing.AlertThresholds;
import io.billingcenter.domain.billing.AlertWork;
import io.billingcenter.domain.billing.CheckedDay;
import io.billingcenter.domain.reconciliation.ControlStage;
import io.billingcenter.domain.reconciliation.ControlTotal;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.schema.digest.DigestedTable;
import io.billingcenter.schema.digest.RowDigests;
import io.billingcenter.writers.tables.delivery.DeliveryDue;
import io.billingcenter.writers.tables.reconciliation.ControlTotals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps raised alerts, and in the same transaction what was compared; the key of the table lets none be told twice. */
public final class AlertWriter implements ItemWriter<CheckedDay> {

    private final JdbcTemplate jdbc;
    private final long runId;

    /** Keeps alerts of that run. */
    public AlertWriter(JdbcTemplate jdbc, long runId) {
        this.jdbc = jdbc;
        this.runId = runId;
    }

    @Override
    public void write(Chunk<? extends CheckedDay> days) {
        List<Object[]> alerts = new ArrayList<>();
        List<ControlTotal> totals = new ArrayList<>();
        List<Object[]> checks = new ArrayList<>();
        List<Object[]> keys = new ArrayList<>();
        List<WorkspaceDay> due = new ArrayList<>();
        for (CheckedDay day : days) {
            AlertWork work = day.work();
            Object workspace = work.workspaceDay().workspace().value();
            Object date = work.workspaceDay().day().date();
            keys.add(new Object[] {workspace, date});
            checks.add(new Object[] {workspace, date, work.ratingNumber(), work.termsDigest()});
            day.alerts().forEach(alert -> {
                alerts.add(row(alert));
                totals.add(total(alert));
                due.add(work.workspaceDay());
            });
        }
        if (!alerts.isEmpty()) {
            jdbc.batchUpdate("""
                    INSERT INTO raised_alert (workspace_id, billing_day, meter, threshold, amount, currency, run_id)
                    VALUES (?, ?, ?, ?, ?, ?, ?)""", alerts);
            new ControlTotals(jdbc, runId).insert(totals);
        }
        jdbc.batchUpdate("DELETE FROM alert_check WHERE workspace_id = ? AND billing_day = ?", keys);
        jdbc.batchUpdate("""
                INSERT INTO alert_check (workspace_id, billing_day, rating, terms_digest) VALUES (?, ?, ?, ?)""", checks);
        new DeliveryDue(jdbc).mark(due);
    }

    private static ControlTotal total(Alert alert) {
        String currency = alert.amount().currency().getCurrencyCode();
        RowDigests evidence = new RowDigests()
                .add(
                        DigestedTable.RAISED_ALERT,
                        AlertThresholds.codeOf(alert.meter()),
                        alert.threshold().amount(),
                        alert.amount().amount(),
                        currency);
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
                evidence.parts());
    }

    private Object[] row(Alert alert) {
        return new Object[] {
            alert.workspaceDay().workspace().value(),
            alert.workspaceDay().day().date(),
            AlertThresholds.codeOf(alert.meter()),
            alert.threshold().amount(),
            alert.amount().amount(),
            alert.amount().currency().getCurrencyCode(),
            runId
        };
    }
}
