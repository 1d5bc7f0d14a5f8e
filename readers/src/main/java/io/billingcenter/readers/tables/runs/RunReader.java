package io.billingcenter.readers.tables.runs;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.runs.Run;
import io.billingcenter.domain.time.BillingDay;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the table {@code run}. */
public final class RunReader {

    private final JdbcTemplate jdbc;

    /** Reads through the template. */
    public RunReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The last run of a task. */
    public Optional<Run> last(Run.Task task) {
        WorkspaceId workspace = task.workspace();
        return of(task.job(), task.period()).stream()
                .filter(run -> Objects.equals(run.task().workspace(), workspace)
                        && Objects.equals(run.task().postedDay(), task.postedDay()))
                .reduce((earlier, later) -> later.attempt() > earlier.attempt() ? later : earlier);
    }

    /** The runs of a job for a day or month, by their numbers. */
    public List<Run> of(String job, String period) {
        return jdbc.query(
                "SELECT * FROM run WHERE job_name = ? AND period = ? ORDER BY run_id",
                (row, n) -> run(row),
                job,
                period);
    }

    private static Run run(ResultSet row) throws SQLException {
        String workspace = row.getString("workspace_id");
        @Nullable LocalDate posted = row.getObject("posted_day", LocalDate.class);
        return new Run(
                row.getLong("run_id"),
                new Run.Task(
                        row.getString("job_name"),
                        row.getString("period"),
                        workspace.isEmpty() ? null : new WorkspaceId(workspace),
                        posted == null ? null : new BillingDay(posted)),
                row.getInt("attempt"),
                row.getObject("instance_id", Long.class),
                row.getBoolean("finished"),
                row.getBoolean("posted"),
                row.getString("inputs_digest"));
    }
}
