package io.billingcenter.readers.tables.runs;

import io.billingcenter.domain.invoicing.NightRun;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.readers.tables.invoicing.NightRuns;
import io.billingcenter.schema.runs.RunTable;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The runs that may have written something and did not finish, since one of their kind did. Their rows are not final:
 * the next attempt makes them anew with the inputs of its time.
 */
public final class UnfinishedRuns {

    private static final String RATING = "('nightly', 'rerun', 'billUsage')";
    private static final String SETTLING = "('nightly', 'rerun', 'settleBills', 'closeMonth')";

    private final JdbcTemplate jdbc;
    private final String jobs;

    private UnfinishedRuns(JdbcTemplate jdbc, String jobs) {
        this.jdbc = jdbc;
        this.jobs = jobs;
    }

    /** Returns the runs that rate. */
    public static UnfinishedRuns ofRating(JdbcTemplate jdbc) {
        return new UnfinishedRuns(jdbc, RATING);
    }

    /** Returns the runs that settle bills. */
    public static UnfinishedRuns ofSettling(JdbcTemplate jdbc) {
        return new UnfinishedRuns(jdbc, SETTLING);
    }

    /** Returns the numbers of all of them. */
    public List<Long> all() {
        return before(Long.MAX_VALUE);
    }

    /** Returns the numbers of those that began before a run. */
    public List<Long> before(long runId) {
        return jdbc.query(
                "SELECT run_id " + unfinished() + " AND run_id < ? ORDER BY run_id",
                (row, number) -> row.getLong(1),
                runId);
    }

    /** Returns the last of them that has begun to post under that day or an earlier one. */
    public Optional<NightRun> cutOff(BillingDay day) {
        return jdbc
                .query(
                        "SELECT " + RunTable.TABLE.columnList() + " " + unfinished()
                                + " AND posted = TRUE AND posted_day <= ? ORDER BY run_id",
                        (row, number) -> NightRuns.run(row),
                        day.date())
                .stream()
                .reduce((earlier, later) -> later);
    }

    /** Returns the last night that has begun to post and that no gate has stopped. */
    public Optional<NightRun> cutOffNight() {
        return jdbc
                .query(
                        "SELECT " + RunTable.TABLE.columnList() + " " + unfinished()
                                + " AND posted = TRUE AND job_name = 'nightly'"
                                + " AND NOT EXISTS (SELECT 1 FROM discrepancy d WHERE d.run_id = run.run_id) ORDER BY run_id",
                        (row, number) -> NightRuns.run(row))
                .stream()
                .reduce((earlier, later) -> later);
    }

    private String unfinished() {
        return "FROM run WHERE finished = FALSE AND job_name IN " + jobs
                + " AND run_id > (SELECT COALESCE(MAX(run_id), -1) FROM run WHERE finished = TRUE AND job_name IN "
                + jobs
                + ")";
    }
}
