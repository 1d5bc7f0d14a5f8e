package io.billingcenter.readers.tables.archive;

import io.billingcenter.domain.archive.PurgePlan;
import io.billingcenter.domain.archive.PurgePlan.MonthDetails;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.archive.DetailTables;
import io.billingcenter.schema.metering.DayReadingTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts the details of earlier months, with one pass over each table. */
public final class PurgePlanReader {

    private static final String WORKSPACE_DAYS = """
            SELECT billing_day, COUNT(DISTINCT workspace_id) AS row_count FROM day_reading WHERE billing_day < ?
            GROUP BY billing_day""";

    private final JdbcTemplate jdbc;

    /** Reads through the template. */
    public PurgePlanReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the months before that one that have readings, oldest first. */
    public List<BillingMonth> monthsBefore(BillingMonth month) {
        return List.copyOf(byMonth(WORKSPACE_DAYS, month).keySet());
    }

    /**
     * Returns the details of the months before that one.
     *
     * @param sizeOf estimates the size of an archive file; its argument has the size 0
     */
    public PurgePlan before(BillingMonth month, ToLongFunction<MonthDetails> sizeOf) {
        SortedMap<BillingMonth, Long> workspaceDays = byMonth(WORKSPACE_DAYS, month);
        Map<BillingMonth, Map<String, Long>> rows = new HashMap<>();
        for (Table table : DetailTables.ALL) {
            byMonth(
                            "SELECT billing_day, COUNT(*) AS row_count FROM " + table
                                    + " WHERE billing_day < ? GROUP BY billing_day",
                            month)
                    .forEach((of, count) -> rows.computeIfAbsent(of, key -> new LinkedHashMap<>())
                            .put(table.name(), count));
        }
        List<MonthDetails> months = new ArrayList<>();
        workspaceDays.forEach((of, days) -> {
            MonthDetails counted = new MonthDetails(of, days, rows.getOrDefault(of, Map.of()), 0);
            months.add(new MonthDetails(of, days, counted.rows(), sizeOf.applyAsLong(counted)));
        });
        return new PurgePlan(List.copyOf(months));
    }

    private SortedMap<BillingMonth, Long> byMonth(String counts, BillingMonth before) {
        SortedMap<BillingMonth, Long> byMonth = new TreeMap<>();
        jdbc.query(
                counts,
                row -> {
                    BillingDay day = DayReadingTable.BILLING_DAY.get(row);
                    byMonth.merge(day.month(), row.getLong("row_count"), Long::sum);
                },
                before.firstDay().date());
        return byMonth;
    }
}
