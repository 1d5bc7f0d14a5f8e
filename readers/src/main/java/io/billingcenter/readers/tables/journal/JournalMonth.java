package io.billingcenter.readers.tables.journal;

import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The limits of the journal of a month. Daily bills belong to the month of their posted day. A movement belongs to the first month
 * whose close came after it: one of an earlier month that was stored after the close of that month counts in the next one, so
 * that the journal of a closed month never changes and no movement is in two of them or in none.
 *
 * @param movementsFrom first day of the movements that count whenever they were stored
 * @param closedBefore run that closed the month before; an earlier movement of a later run counts as well
 * @param closed run that closed the month; a movement of a later run does not count
 */
record JournalMonth(BillingMonth month, LocalDate movementsFrom, long closedBefore, long closed) {

    private static final LocalDate EVER = LocalDate.of(1, 1, 1);

    private static final String LAST_CLOSED = """
            SELECT MAX(c.billing_month) AS last_month FROM closed_month c WHERE c.billing_month < ?""";

    // A month that an older program closed may have no row of its close.
    private static final String CLOSED_BY = """
            SELECT COALESCE(
              (SELECT c.run_id FROM month_close c WHERE c.billing_month = ?),
              (SELECT MAX(i.run_id) FROM invoice i WHERE i.billing_month = ?)) AS run_id
            FROM closed_month m WHERE m.billing_month = ?""";

    /** Reads the limits of a closed month. */
    static JournalMonth of(JdbcTemplate jdbc, BillingMonth month) {
        List<@Nullable String> last =
                jdbc.query(LAST_CLOSED, (row, number) -> row.getString("last_month"), month.toString());
        String before = last.isEmpty() ? null : last.get(0);
        if (before == null) {
            return new JournalMonth(month, EVER, Long.MAX_VALUE, closedBy(jdbc, month.toString()));
        }
        BillingDay end = BillingMonth.parse(before).endExclusive();
        return new JournalMonth(month, end.date(), closedBy(jdbc, before), closedBy(jdbc, month.toString()));
    }

    private static long closedBy(JdbcTemplate jdbc, String month) {
        return jdbc
                .query(
                        CLOSED_BY,
                        (row, number) -> {
                            long run = row.getLong("run_id");
                            return row.wasNull() ? Long.MAX_VALUE : run;
                        },
                        month,
                        month,
                        month)
                .stream()
                .findFirst()
                .orElse(Long.MAX_VALUE);
    }

    /** Returns the parameters of queries. */
    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("month", month.toString());
        parameters.put("from", month.firstDay().date());
        parameters.put("to", month.endExclusive().date());
        parameters.put("movementsFrom", movementsFrom);
        parameters.put("closedBefore", closedBefore);
        parameters.put("closed", closed);
        return parameters;
    }
}
