package io.billingcenter.readers.tables.runs;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.runs.Run;
import io.billingcenter.schema.runs.RunTable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the table {@code run}. */
public final class RunReader {

    private final JdbcTemplate jdbc;

    /** Reads through the template. */
    public RunReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the last run of a task. */
    public Optional<Run> last(Run.Task task) {
        WorkspaceId workspace = task.workspace();
        return of(task.job(), task.period()).stream()
                .filter(run -> Objects.equals(run.task().workspace(), workspace)
                        && Objects.equals(run.task().postedDay(), task.postedDay()))
                .reduce((earlier, later) -> later.attempt() > earlier.attempt() ? later : earlier);
    }

    /** Returns the runs of a job for a day or month, by their numbers. */
    public List<Run> of(String job, String period) {
        return jdbc.query(
                RunTable.TABLE.select() + " WHERE job_name = ? AND period = ? ORDER BY run_id",
                (row, n) -> RunTable.run(row),
                job,
                period);
    }
}
