package io.billingcenter.readers.tables.reconciliation;

import java.math.BigDecimal;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** The results of comparisons of stages. */
public final class BalanceChecks {

    /**
     * The result of the comparisons at one level.
     *
     * @param level name of the level
     * @param compared number of comparisons
     * @param left sum of the one side
     * @param right sum of the other side
     */
    public record Check(String level, long compared, BigDecimal left, BigDecimal right) {}

    private final JdbcTemplate jdbc;

    /** Reads from that database. */
    public BalanceChecks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the results of the last run that compared, by level. */
    public List<Check> ofLastRun() {
        return jdbc.query(
                "SELECT level, compared, left_sum, right_sum FROM balance_check"
                        + " WHERE run_id = (SELECT MAX(run_id) FROM balance_check) ORDER BY level",
                (row, number) -> new Check(
                        row.getString("level"),
                        row.getLong("compared"),
                        row.getBigDecimal("left_sum"),
                        row.getBigDecimal("right_sum")));
    }
}
