package io.billingcenter.readers.tables.guard;

import io.billingcenter.domain.guard.NightLimits;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.Measure;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.UsageCalculator;
import io.billingcenter.schema.MeterTierColumns;
import io.billingcenter.schema.WorkspaceDayColumns;
import io.billingcenter.schema.metering.MeasureTable;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Finds single records that make most of what an account is charged for a day. A workspace-day without such a record is
 * left out before its charges are read: at most one is left of an account-day.
 */
public final class LargeRecordReader {

    private static final String LARGE = """
            SELECT r.workspace_id, r.billing_day, a.account_id, a.currency, a.amount, c.meter, c.retention_days, m.measure,
              m.largest
            FROM rated_day r
            JOIN account_day a
              ON a.account_id = r.charge_account AND a.currency = r.charge_currency AND a.billing_day = r.billing_day
            JOIN charge c ON c.workspace_id = r.workspace_id AND c.billing_day = r.billing_day AND c.rating = r.rating
            JOIN measure m ON m.workspace_id = r.workspace_id AND m.billing_day = r.billing_day
              AND m.revision = r.revision AND m.retention_days = c.retention_days
            WHERE r.billing_day = ? AND r.posted = FALSE AND r.is_current = TRUE AND r.outcome = 'charged'
              AND a.amount > CASE WHEN a.currency = 'USD' THEN CAST(? AS NUMERIC(60,2)) ELSE CAST(? AS NUMERIC(60,2)) END
              AND r.charge_amount * 100 > a.amount * CAST(? AS NUMERIC(10,0))
              AND c.amount * m.largest * 100 > a.amount * m.quantity * CAST(? AS NUMERIC(10,0))
            ORDER BY r.workspace_id, c.meter, c.retention_days, m.measure""";

    private final JdbcTemplate jdbc;
    private final NightLimits.Share limit;

    /**
     * Finds records above the limit.
     *
     * @param limit share of an account's day, and the amount that the day must exceed
     */
    public LargeRecordReader(JdbcTemplate jdbc, NightLimits.Share limit) {
        this.jdbc = jdbc;
        this.limit = limit;
    }

    /** A line for each such record among what was rated on the days and not posted since. */
    public List<String> lines(Collection<BillingDay> days) {
        List<String> lines = new ArrayList<>();
        BigDecimal percent = BigDecimal.valueOf(limit.percent());
        for (BillingDay day : days) {
            LocalDate date = day.date();
            jdbc.query(
                    LARGE,
                    row -> {
                        if (decides(row)) {
                            lines.add(line(row));
                        }
                    },
                    date,
                    limit.floor().usd(),
                    limit.floor().cny(),
                    percent,
                    percent);
        }
        return lines;
    }

    private static boolean decides(ResultSet row) throws SQLException {
        Meter meter = MeterTierColumns.get(row).meter();
        Measure measure = MeasureTable.MEASURE.measure(row);
        return UsageCalculator.sources(meter).stream().anyMatch(source -> source.measure() == measure);
    }

    private String line(ResultSet row) throws SQLException {
        return "one record of " + WorkspaceDayColumns.get(row) + " brings "
                + row.getBigDecimal("largest").toPlainString() + " "
                + MeasureTable.MEASURE.measure(row).code() + ", more than "
                + limit.percent() + " % of the " + row.getString("currency") + " "
                + row.getBigDecimal("amount").toPlainString() + " of account " + row.getString("account_id")
                + "; see: billing explain " + WorkspaceDayColumns.get(row)
                + " --records";
    }
}
