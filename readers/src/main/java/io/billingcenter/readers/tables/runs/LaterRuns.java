package io.billingcenter.readers.tables.runs;

import org.springframework.jdbc.core.JdbcTemplate;

/** The runs after a run. */
public final class LaterRuns {

    private final JdbcTemplate jdbc;

    /** Reads through the template. */
    public LaterRuns(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns whether every run after that one is a run of one of the two jobs. */
    public boolean areOnly(long runId, String job, String otherJob) {
        Integer others = jdbc.queryForObject(
                "SELECT COUNT(*) FROM run WHERE run_id > ? AND job_name NOT IN (?, ?)",
                Integer.class,
                runId,
                job,
                otherJob);
        return others != null && others == 0;
    }
}
