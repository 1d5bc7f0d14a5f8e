package io.billingcenter.readers.runs;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** The runs that may have settled something and did not finish, since one did. */
public final class UnfinishedRuns {

    private static final String SETTLING = "('nightly', 'rerun', 'settleBills', 'closeMonth')";

    private static final String UNFINISHED = """
            SELECT run_id FROM run WHERE finished = FALSE AND run_id < ? AND job_name IN %1$s
              AND run_id > (SELECT COALESCE(MAX(run_id), -1) FROM run WHERE finished = TRUE AND job_name IN %1$s)
            ORDER BY run_id""".formatted(SETTLING);

    private final JdbcTemplate jdbc;

    /** Reads through the template. */
    public UnfinishedRuns(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The numbers of those that began before a run. */
    public List<Long> before(long runId) {
        return jdbc.queryForList(UNFINISHED, Long.class, runId);
    }
}
