package io.billingcenter.readers.tables.guard;

import io.billingcenter.schema.guard.GuardReportTable;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the lines that guards reported without stopping the run. */
public final class GuardReportReader {

    /**
     * A line for people.
     *
     * @param attention whether it needs attention after the run
     */
    public record Line(String text, boolean attention) {}

    private final JdbcTemplate jdbc;

    /** Reads through the template. */
    public GuardReportReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the lines of a run, by source. */
    public List<Line> lines(long runId) {
        return jdbc.query(
                "SELECT detail, attention FROM guard_report WHERE run_id = ? ORDER BY source, detail",
                (row, number) -> new Line(GuardReportTable.DETAIL.get(row), GuardReportTable.ATTENTION.get(row)),
                runId);
    }
}
