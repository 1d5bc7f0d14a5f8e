package io.billingcenter.readers.tables.invoicing;

import io.billingcenter.domain.invoicing.NightRun;
import io.billingcenter.domain.invoicing.Nights;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.readers.tables.paging.Columns;
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
            SELECT run_id, job_name, period, workspace_id, posted_day, finished, posted FROM run
            WHERE job_name IN (%s) AND period >= ? OR job_name = 'rerun' AND posted_day >= ?
            ORDER BY run_id""".formatted(NIGHTS);

    private final JdbcTemplate jdbc;

    /** Reads through the template. */
    public NightRuns(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The nights from the first day of a month on. */
    public Nights from(BillingMonth month) {
        return from(month.firstDay());
    }

    /** The nights from a day on. */
    public Nights from(BillingDay day) {
        List<NightRun> runs = jdbc.query(FROM, (row, number) -> run(row), day.toString(), day.date());
        return new Nights(first(), runs);
    }

    private @Nullable BillingDay first() {
        return jdbc.query(FIRST, (row, number) -> BillingDay.parse(row.getString(1))).stream()
                .findFirst()
                .orElse(null);
    }

    /** The attempt of a row. */
    public static NightRun run(ResultSet row) throws SQLException {
        return new NightRun(
                row.getLong("run_id"),
                Columns.known(NightRun.Job.of(row.getString("job_name")), "job_name"),
                BillingDay.parse(row.getString("period")),
                row.getString("workspace_id"),
                Columns.nullableDay(row, "posted_day"),
                row.getBoolean("finished"),
                row.getBoolean("posted"));
    }
}
