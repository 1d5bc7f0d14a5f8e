package io.billingcenter.jobs.report;

import io.billingcenter.domain.delivery.DeliveryPeriod;
import io.billingcenter.domain.report.RunReport;
import io.billingcenter.jobs.guard.AttentionLookup;
import io.billingcenter.jobs.launch.Folders;
import io.billingcenter.jobs.launch.RunId;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.readers.tables.report.ReportScope;
import io.billingcenter.readers.tables.report.RunReportReader;
import io.billingcenter.readers.tables.runs.RunHistoryReader;
import io.billingcenter.writers.files.report.ReportFolder;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes the reports of runs. */
@Component
public class RunReports {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final JdbcTemplate jdbc;
    private final Folders folders;
    private final AttentionLookup attention;
    private @Nullable Written written;

    private record Written(long runId, Path page) {}

    RunReports(JdbcTemplate jdbc, Folders folders, AttentionLookup attention) {
        this.attention = attention;
        this.jdbc = jdbc;
        this.folders = folders;
    }

    /**
     * Writes the report.
     *
     * @param failure the reason for which the run failed; null when it did not
     * @return the page
     * @throws io.billingcenter.writers.files.report.ReportException when it cannot be written
     */
    public Path write(JobExecution execution, @Nullable String failure) {
        RunRequest request = RunRequest.of(execution);
        String job = execution.getJobInstance().getJobName();
        long runId = RunId.of(execution);
        DeliveryPeriod period = DeliveryPeriod.parse(request.period());
        DeliveryPeriod posted =
                request.postedDay() == null ? period : new DeliveryPeriod.OfDay(request.requirePostedDay());
        LocalDateTime started = execution.getStartTime();
        RunReport.Run run = new RunReport.Run(
                job,
                period.toString(),
                posted.toString(),
                new RunHistoryReader(jdbc).numberOf(job, runId, period.toString()),
                started == null ? "" : TIME.format(started),
                failure,
                null);
        Path page = new ReportFolder(folders.out())
                .write(new RunReportReader(jdbc)
                        .read(run, new ReportScope(runId, period, posted), attention.after(request, runId)));
        written = new Written(runId, page);
        return page;
    }

    /** Returns the page that was written for a run, if there is one. */
    public Optional<Path> page(long runId) {
        return Optional.ofNullable(written)
                .filter(report -> report.runId() == runId)
                .map(Written::page);
    }
}
