package io.billingcenter.readers.tables.invoicing;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.invoicing.NightRun;
import io.billingcenter.domain.invoicing.Nights;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.schema.runs.RunTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the attempts at nights, their stages and reruns. */
public final class NightRuns {

    private static final String NIGHTS = "'nightly', 'meterTraffic', 'billUsage', 'settleBills', 'deliverFiles'";

    private static final String FIRST = """
            SELECT period FROM run WHERE job_name IN (%s) AND (finished = TRUE OR posted = TRUE)
            ORDER BY run_id FETCH FIRST 1 ROWS ONLY""".formatted(NIGHTS);

    /** Nights after a month may have finished what a rerun of it began. */
    private static final String FROM = """
            SELECT %s FROM run
            WHERE job_name IN (%s) AND period >= ? OR job_name = 'rerun' AND posted_day >= ?
            ORDER BY run_id""".formatted(RunTable.TABLE.columnList(), NIGHTS);

    private final JdbcTemplate jdbc;

    /** Reads through the template. */
    public NightRuns(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the nights from the first day of a month on. */
    public Nights from(BillingMonth month) {
        return from(month.firstDay());
    }

    /** Returns the nights from a day on. */
    public Nights from(BillingDay day) {
        List<NightRun> runs = jdbc.query(FROM, (row, number) -> run(row), day.toString(), day.date());
        return new Nights(first(), runs);
    }

    private @Nullable BillingDay first() {
        return jdbc.query(FIRST, (row, number) -> BillingDay.parse(row.getString(1))).stream()
                .findFirst()
                .orElse(null);
    }

    /** Returns the attempt of a row. */
    public static NightRun run(ResultSet row) throws SQLException {
        WorkspaceId workspace = RunTable.WORKSPACE_ID.getOrNull(row);
        return new NightRun(
                RunTable.RUN_ID.get(row),
                job(RunTable.JOB_NAME.get(row)),
                BillingDay.parse(RunTable.PERIOD.get(row)),
                workspace == null ? "" : workspace.value(),
                RunTable.POSTED_DAY.getOrNull(row),
                RunTable.FINISHED.get(row),
                RunTable.POSTED.get(row));
    }

    private static NightRun.Job job(String name) {
        return NightRun.Job.of(name)
                .orElseThrow(() -> new IllegalStateException(
                        "Expected a job that this version of the program has for nights, found '" + name + "'"));
    }
}
