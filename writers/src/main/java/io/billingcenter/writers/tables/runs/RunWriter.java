package io.billingcenter.writers.tables.runs;

import io.billingcenter.domain.runs.Run;
import io.billingcenter.schema.DatabaseKind;
import io.billingcenter.schema.runs.RunTable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes the table {@code run} and gives out its numbers; one process at a time. */
public final class RunWriter {

    private static final String HIGHEST = """
            SELECT MAX(n.run_id) FROM (
              SELECT MAX(run_id) AS run_id FROM run
              UNION ALL SELECT MAX(run_id) FROM control_total
              UNION ALL SELECT MAX(run_id) FROM gate_passed
              UNION ALL SELECT MAX(run_id) FROM run_seal) n""";

    private final JdbcTemplate jdbc;

    /** Works through the template. */
    public RunWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Stores a new run, neither finished nor posted, and gives it a number above all that are in use.
     *
     * @param attempt from 1
     */
    public long begin(Run.Task task, int attempt) {
        long runId = nextNumber();
        RunTable.TABLE.insert(jdbc, RunTable.row(runId, task, attempt));
        return runId;
    }

    /** Notes which job instance the run is known as; no other run is known as that any more. */
    public void instance(long runId, long instanceId) {
        jdbc.update("UPDATE run SET instance_id = NULL WHERE instance_id = ? AND run_id <> ?", instanceId, runId);
        jdbc.update("UPDATE run SET instance_id = ? WHERE run_id = ?", instanceId, runId);
    }

    /** Notes that the run is about to post; whether it did is not known until it has finished. */
    public void posting(long runId) {
        jdbc.update("UPDATE run SET posted = TRUE WHERE run_id = ?", runId);
    }

    /** Notes that the run came to its end. */
    public void finished(long runId) {
        jdbc.update("UPDATE run SET finished = TRUE WHERE run_id = ?", runId);
    }

    /** Notes the digest of the input that the present try was begun with. */
    public void inputs(long runId, String digest) {
        jdbc.update("UPDATE run SET inputs_digest = ? WHERE run_id = ?", digest, runId);
    }

    private long nextNumber() {
        @Nullable Long highest = jdbc.queryForObject(HIGHEST, Long.class);
        String nextValue = databaseKind().nextValue("run_number");
        long number = next(nextValue);
        if (highest == null || number > highest) {
            return number;
        }
        jdbc.execute("ALTER SEQUENCE run_number RESTART WITH " + (highest + 1));
        return next(nextValue);
    }

    private long next(String nextValue) {
        return Objects.requireNonNull(jdbc.queryForObject(nextValue, Long.class));
    }

    private DatabaseKind databaseKind() {
        ConnectionCallback<DatabaseKind> kind = DatabaseKind::of;
        return Objects.requireNonNull(jdbc.execute(kind));
    }
}
