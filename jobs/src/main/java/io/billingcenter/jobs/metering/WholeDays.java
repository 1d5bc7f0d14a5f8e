package io.billingcenter.jobs.metering;

import io.billingcenter.domain.guard.ReadingVerdict;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.readers.tables.runs.RunHistoryReader;
import io.billingcenter.writers.tables.metering.MeteredDayWriter;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** The writer of workspace-days that were read completely, with the circumstances that decide whether a reading counts. */
final class WholeDays {

    private WholeDays() {}

    /** Returns the writer for a run. */
    static MeteredDayWriter writer(JdbcTemplate jdbc, RunRequest request, long runId) {
        Set<BillingMonth> closed = new RunHistoryReader(jdbc).closedMonths();
        return new MeteredDayWriter(
                jdbc,
                runId,
                day -> new ReadingVerdict.Circumstances(
                        request.withdraws(day.workspace(), day.day()),
                        closed.contains(day.day().month()) && !request.rereads(day.workspace(), day.day())));
    }
}
