package io.billingcenter.readers.tables.guard;

import io.billingcenter.domain.guard.NightLimits;
import io.billingcenter.domain.pricing.Charge;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.Measure;
import io.billingcenter.domain.usage.MeasureTier;
import io.billingcenter.domain.usage.UsageCalculator;
import io.billingcenter.schema.WorkspaceDayColumns;
import io.billingcenter.schema.billing.RatedDayTable;
import io.billingcenter.schema.metering.MeasuresText;
import io.billingcenter.schema.metering.MeteredDayTable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Finds single records that make most of what an account is charged for a day. A workspace-day without such a record is
 * left out before its charges are read: at most one is left of an account-day.
 */
public final class LargeRecordReader {

    private static final String LARGE = """
            SELECT r.workspace_id, r.billing_day, a.account_id, a.currency, a.amount, r.charges, m.measures
            FROM rated_day r
            JOIN account_day a
              ON a.account_id = r.charge_account AND a.currency = r.charge_currency AND a.billing_day = r.billing_day
            JOIN metered_day m ON m.workspace_id = r.workspace_id AND m.billing_day = r.billing_day
              AND m.revision = r.revision
            WHERE r.billing_day = ? AND r.posted = FALSE AND r.is_current = TRUE AND r.outcome = 'charged'
              AND a.amount > CASE WHEN a.currency = 'USD' THEN CAST(? AS NUMERIC(60,2)) ELSE CAST(? AS NUMERIC(60,2)) END
              AND r.charge_amount * 100 > a.amount * CAST(? AS NUMERIC(10,0))
            ORDER BY r.workspace_id""";

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
                        lines.addAll(linesOf(row));
                    },
                    date,
                    limit.floor().usd(),
                    limit.floor().cny(),
                    percent);
        }
        return lines;
    }

    private List<String> linesOf(ResultSet row) throws SQLException {
        SortedMap<MeasureTier, BigInteger> measures = MeteredDayTable.measures(row);
        SortedMap<MeasureTier, BigInteger> largest = MeasuresText.largest(MeteredDayTable.MEASURES.getOrNull(row));
        BigDecimal limitAmount = row.getBigDecimal("amount").multiply(BigDecimal.valueOf(limit.percent()));
        List<Charge> charges = new ArrayList<>(RatedDayTable.charges(row));
        charges.sort(
                Comparator.comparing((Charge charge) -> charge.tier().meter().code())
                        .thenComparingInt(charge -> charge.tier().retentionDays()));
        List<String> lines = new ArrayList<>();
        for (Charge charge : charges) {
            Set<Measure> sources = UsageCalculator.sources(charge.tier().meter()).stream()
                    .map(source -> source.measure())
                    .collect(Collectors.toSet());
            List<MeasureTier> tiers = largest.keySet().stream()
                    .filter(tier -> tier.retentionDays() == charge.tier().retentionDays())
                    .filter(tier -> sources.contains(tier.measure()))
                    .sorted(Comparator.comparing(tier -> tier.measure().code()))
                    .toList();
            for (MeasureTier tier : tiers) {
                BigDecimal record = new BigDecimal(largest.get(tier));
                BigDecimal share = charge.amount().amount().multiply(record).movePointRight(2);
                if (share.compareTo(limitAmount.multiply(new BigDecimal(measures.get(tier)))) > 0) {
                    lines.add(line(row, tier.measure(), record));
                }
            }
        }
        return lines;
    }

    private String line(ResultSet row, Measure measure, BigDecimal largest) throws SQLException {
        return "one record of " + WorkspaceDayColumns.get(row) + " brings "
                + largest.toPlainString() + " "
                + measure.code() + ", more than "
                + limit.percent() + " % of the " + row.getString("currency") + " "
                + row.getBigDecimal("amount").toPlainString() + " of account " + row.getString("account_id")
                + "; see: billing explain " + WorkspaceDayColumns.get(row)
                + " --records";
    }
}
