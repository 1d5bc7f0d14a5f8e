package io.billingcenter.readers.tables.guard;

import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.billing.RatedDayTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Estimates the worth of workspace-days with open cells: the charges of their workspace on the last charged day before.
 */
public final class OpenAmountReader {

    private static final String WORTH = """
            SELECT x.workspace_id, x.billing_day, c.charge_currency AS currency, c.charge_amount AS amount FROM (
              SELECT o.workspace_id, o.billing_day, (
                SELECT MAX(e.billing_day) FROM rated_day e
                WHERE e.workspace_id = o.workspace_id AND e.billing_day < o.billing_day AND e.is_current = TRUE
                  AND e.outcome = 'charged') AS charged_day
              FROM (
                SELECT r.workspace_id, r.billing_day FROM rated_day r
                WHERE r.is_current = TRUE AND r.outcome = 'held' AND r.billing_day <= ?
                UNION
                SELECT l.workspace_id, l.billing_day FROM late_day l WHERE l.billing_day <= ?
                UNION
                SELECT i.workspace_id, i.billing_day FROM input_finding i WHERE i.billing_day <= ?) o) x
            JOIN rated_day c ON c.workspace_id = x.workspace_id AND c.billing_day = x.charged_day AND c.is_current = TRUE
              AND c.charge_account IS NOT NULL""";

    private final JdbcTemplate jdbc;

    /** A workspace-day; the workspace is empty for fees that belong to none. */
    public record Place(String workspace, BillingDay day) {}

    /** Reads through the template. */
    public OpenAmountReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the amounts by currency, of the workspace-days up to the day that have any. */
    public Map<Place, Map<String, BigDecimal>> upTo(BillingDay day) {
        LocalDate date = day.date();
        Map<Place, Map<String, BigDecimal>> worth = new HashMap<>();
        jdbc.query(
                WORTH,
                row -> {
                    Place place = new Place(row.getString("workspace_id"), RatedDayTable.BILLING_DAY.get(row));
                    worth.computeIfAbsent(place, key -> new TreeMap<>())
                            .put(row.getString("currency"), row.getBigDecimal("amount"));
                },
                date,
                date,
                date);
        return worth;
    }
}
