package io.billingcenter.jobs.delivery;

import io.billingcenter.domain.delivery.DeliveryPeriod;
import io.billingcenter.domain.delivery.DeliveryResult;
import io.billingcenter.jobs.archive.RestoredDetails;
import io.billingcenter.writers.files.delivery.DeliveryTotals;
import io.billingcenter.writers.files.delivery.PeriodDelivery;
import io.billingcenter.writers.tables.delivery.DeliveryDue;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.jdbc.core.JdbcTemplate;

/** Delivers a period: writes its files, stores their control totals, and takes the period off the list of due ones. */
final class PeriodWriter implements ItemWriter<DeliveryPeriod> {

    private final PeriodDelivery delivery;
    private final DeliveryReport report;
    private final DeliveryTotals totals;
    private final DeliveryDue due;
    private final RestoredDetails details;
    private final long runId;

    PeriodWriter(
            JdbcTemplate jdbc, PeriodDelivery delivery, DeliveryReport report, RestoredDetails details, long runId) {
        this.delivery = delivery;
        this.report = report;
        this.totals = new DeliveryTotals(jdbc, runId);
        this.due = new DeliveryDue(jdbc);
        this.details = details;
        this.runId = runId;
    }

    @Override
    public void write(Chunk<? extends DeliveryPeriod> periods) {
        for (DeliveryPeriod period : periods) {
            if (period instanceof DeliveryPeriod.OfDay day) {
                // The files of a day are made of the details of all workspaces, also if only a payment has changed.
                details.restore(day.day());
            }
            DeliveryResult result = delivery.deliver(period);
            totals.count(result);
            report.add(runId, result);
            due.done(period);
        }
    }
}
