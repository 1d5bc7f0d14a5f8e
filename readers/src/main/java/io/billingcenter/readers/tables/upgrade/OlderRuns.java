package io.billingcenter.readers.tables.upgrade;

import io.billingcenter.readers.tables.paging.TableNames;
import io.billingcenter.readers.tables.runs.LaterRuns;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads runs and seals of a database of an older program, which may lack their tables. */
public final class OlderRuns {

    private final JdbcTemplate jdbc;

    /** The runs of this database. */
    public OlderRuns(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns whether the database has seals. */
    public boolean hasSeals() {
        return TableNames.has(jdbc, "run_seal");
    }

    /** Returns the last seal, in a list of one; an empty list when nothing was sealed. */
    public List<String> lastSeal() {
        return jdbc.query(
                "SELECT seal FROM run_seal ORDER BY seal_number DESC FETCH FIRST 1 ROWS ONLY",
                (row, number) -> row.getString("seal"));
    }

    /** Returns the number of the last run with a seal; -1 when nothing was sealed. */
    public long lastSealedRun() {
        Long sealed = jdbc.queryForObject("SELECT COALESCE(MAX(run_id), -1) FROM run_seal", Long.class);
        return sealed == null ? -1 : sealed;
    }

    /**
     * Returns whether every run after that one is a run of one of the two jobs; false when the database has no list of runs.
     * Databases older than the table of runs number them by the job instances of Spring Batch.
     */
    public boolean areOnly(long runId, String job, String otherJob) {
        if (TableNames.has(jdbc, "run")) {
            return new LaterRuns(jdbc).areOnly(runId, job, otherJob);
        }
        if (!TableNames.has(jdbc, "batch_job_instance")) {
            return false;
        }
        Integer others = jdbc.queryForObject(
                "SELECT COUNT(*) FROM BATCH_JOB_INSTANCE WHERE JOB_INSTANCE_ID > ? AND JOB_NAME NOT IN (?, ?)",
                Integer.class,
                runId,
                job,
                otherJob);
        return others != null && others == 0;
    }
}
