package io.billingcenter.readers.tables.runs;

import io.billingcenter.domain.runs.FailureLine;
import io.billingcenter.domain.runs.MissedNights;
import io.billingcenter.domain.runs.RunEntry;
import io.billingcenter.domain.runs.RunEntry.Reading;
import io.billingcenter.domain.runs.RunEntry.Status;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.schema.invoicing.ClosedMonthTable;
import io.billingcenter.schema.runs.RunTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the history of runs: the suite's own numbers with what the job repository knows of their executions. */
public final class RunHistoryReader {

    private static final String DAY = "day";
    private static final String MONTH = "month";

    /** Of partitions there may be hundreds; their names have the one of the step before a colon. */
    private static final String STEPS = """
            SELECT STEP_NAME, STATUS, EXIT_MESSAGE FROM BATCH_STEP_EXECUTION
            WHERE JOB_EXECUTION_ID = ? AND STEP_NAME NOT LIKE '%:%' ORDER BY STEP_EXECUTION_ID""";

    private final JdbcTemplate jdbc;

    /** Reads through the template. */
    public RunHistoryReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the nights between the last one that finished and the one that is asked for; none when no night ever finished. */
    public MissedNights missedBefore(String nightlyJob, BillingDay asked) {
        return lastFinished(nightlyJob)
                .map(last -> MissedNights.between(last, asked, closedMonths()::contains))
                .orElse(MissedNights.NONE);
    }

    private Optional<BillingDay> lastFinished(String job) {
        String last =
                jdbc.queryForObject("SELECT MAX(period) FROM run WHERE job_name = ? AND finished", String.class, job);
        return Optional.ofNullable(last).map(BillingDay::parse);
    }

    /** Returns the months that take no postings any more. */
    public Set<BillingMonth> closedMonths() {
        return new HashSet<>(jdbc.query(
                "SELECT billing_month FROM closed_month", (row, n) -> ClosedMonthTable.BILLING_MONTH.get(row)));
    }

    /** Returns the number that a run has among those of its job and period, after those of reports in an adopted folder. */
    public long numberOf(String job, long runId, String period) {
        Long number = jdbc.queryForObject("""
                SELECT (SELECT COUNT(*) FROM run WHERE job_name = ? AND run_id <= ? AND period = ?)
                  + (SELECT COALESCE(MAX(last_number), 0) FROM adopted_report WHERE job_name = ? AND period = ?)
                FROM (VALUES (0)) one""", Long.class, job, runId, period, job, period);
        return number == null ? 0 : number;
    }

    /** Returns the last runs, the newest first. */
    public List<RunEntry> last(int count) {
        return jdbc.query("""
                SELECT e.JOB_EXECUTION_ID, r.run_id, r.job_name, e.START_TIME, e.END_TIME, e.STATUS, e.EXIT_CODE,
                  e.EXIT_MESSAGE FROM BATCH_JOB_EXECUTION e
                JOIN run r ON r.instance_id = e.JOB_INSTANCE_ID
                ORDER BY e.JOB_EXECUTION_ID DESC FETCH FIRST %s ROWS ONLY""".formatted(count), (row, n) -> entry(row));
    }

    private RunEntry entry(ResultSet row) throws SQLException {
        long execution = row.getLong("JOB_EXECUTION_ID");
        long runId = RunTable.RUN_ID.get(row);
        String job = RunTable.JOB_NAME.get(row);
        Status status = statusOf(row.getString("STATUS"));
        Map<String, String> parameters = parameters(execution);
        String period = parameters.getOrDefault(DAY, parameters.getOrDefault(MONTH, ""));
        Steps steps = steps(execution);
        String message = row.getString("EXIT_MESSAGE");
        return new RunEntry(
                execution,
                runId,
                job,
                period,
                numberOf(job, runId, period),
                parameters.get("workspace"),
                row.getObject("START_TIME", LocalDateTime.class),
                row.getObject("END_TIME", LocalDateTime.class),
                status,
                String.valueOf(row.getString("EXIT_CODE")),
                status == Status.FAILED
                        ? FailureLine.of(steps.failure + "\n" + (message == null ? "" : message))
                        : null,
                steps.done,
                steps.last,
                status == Status.DONE ? null : reading(runId));
    }

    private Map<String, String> parameters(long execution) {
        Map<String, String> parameters = new HashMap<>();
        jdbc.query(
                "SELECT PARAMETER_NAME, PARAMETER_VALUE FROM BATCH_JOB_EXECUTION_PARAMS WHERE JOB_EXECUTION_ID = ?",
                row -> {
                    parameters.put(row.getString(1), String.valueOf(row.getString(2)));
                },
                execution);
        return parameters;
    }

    private Steps steps(long execution) {
        Steps steps = new Steps();
        jdbc.query(STEPS, steps::add, execution);
        return steps;
    }

    /** Work that waits belongs to the run that listed it, as long as none came after it. */
    private @Nullable Reading reading(long runId) {
        Long later = jdbc.queryForObject("SELECT COUNT(*) FROM run WHERE run_id > ?", Long.class, runId);
        if (later != null && later > 0) {
            return null;
        }
        Long read = jdbc.queryForObject("SELECT COUNT(*) FROM day_reading WHERE run_id = ?", Long.class, runId);
        return jdbc
                .query("""
                        SELECT COUNT(*), COALESCE(SUM(t.bytes), 0) FROM (
                          SELECT workspace_id, billing_day, MAX(size_bytes) AS bytes FROM metering_task
                          GROUP BY workspace_id, billing_day) t""", (row, n) -> new Reading(read == null ? 0 : read, row.getLong(1), row.getLong(2)))
                .stream()
                .findFirst()
                .orElse(null);
    }

    private static Status statusOf(String batchStatus) {
        return switch (batchStatus) {
            case "COMPLETED" -> Status.DONE;
            case "FAILED", "ABANDONED" -> Status.FAILED;
            case "STOPPED" -> Status.STOPPED;
            default -> Status.NOT_ENDED;
        };
    }

    private static final class Steps {

        private int done;
        private @Nullable String last;
        private String failure = "";

        void add(ResultSet row) throws SQLException {
            last = row.getString("STEP_NAME");
            if (row.getString("STATUS").equals("COMPLETED")) {
                done++;
            } else if (row.getString("EXIT_MESSAGE") != null) {
                failure = row.getString("EXIT_MESSAGE");
            }
        }
    }
}
