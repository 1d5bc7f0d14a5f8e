package io.billingcenter.readers.tables.explain;

import io.billingcenter.domain.account.AccountDirectory;
import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.explain.DayExplanation;
import io.billingcenter.domain.explain.RatingExplanation;
import io.billingcenter.domain.explain.ReadingExplanation;
import io.billingcenter.domain.metering.fold.FileTotals;
import io.billingcenter.domain.money.ExactAmount;
import io.billingcenter.domain.pricing.Charge;
import io.billingcenter.domain.pricing.Hold;
import io.billingcenter.domain.pricing.HoldReason;
import io.billingcenter.domain.pricing.RatingOutcome;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.domain.usage.MeasureTier;
import io.billingcenter.domain.usage.Usage;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.readers.tables.paging.Columns;
import io.billingcenter.readers.tables.quarantine.RepairedCounts;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** A workspace-day with all its readings and ratings. */
final class DayRows {

    private static final String OF_DAY = " WHERE workspace_id = ? AND billing_day = ? ";

    private final JdbcTemplate jdbc;
    private final AccountDirectory directory;
    private final PostingsExplained postings;

    DayRows(JdbcTemplate jdbc, AccountDirectory directory, PostingsExplained postings) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.postings = postings;
    }

    Optional<DayExplanation> find(WorkspaceDay day) {
        List<ReadingExplanation> readings =
                query("SELECT * FROM day_reading" + OF_DAY + "ORDER BY reading", (row, n) -> reading(row, day), day);
        if (readings.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new DayExplanation(
                day,
                directory.plan(day.workspace(), day.day()),
                readings,
                files(day, readings),
                measures(day),
                ratings(day),
                postings.ofWorkspaceDay(day)));
    }

    /** The totals of the files of the current reading, in file order. */
    private List<FileTotals> files(WorkspaceDay day, List<ReadingExplanation> readings) {
        int current = readings.stream()
                .filter(ReadingExplanation::current)
                .mapToInt(ReadingExplanation::reading)
                .findFirst()
                .orElse(0);
        List<FileTotals> files = jdbc.query(
                "SELECT * FROM traffic_file" + OF_DAY + "AND reading = ?",
                (row, n) -> new FileTotals(
                        row.getString("name"),
                        row.getBoolean("unreadable"),
                        row.getLong("records"),
                        row.getLong("accepted"),
                        row.getLong("duplicates"),
                        row.getLong("conflicts"),
                        row.getLong("quarantined")),
                day.workspace().value(),
                day.day().date(),
                current);
        List<FileTotals> ordered = new ArrayList<>(files);
        ordered.sort(Comparator.comparing(FileTotals::file, TrafficFileOrder.COMPARATOR));
        return List.copyOf(ordered);
    }

    private SortedMap<MeasureTier, BigInteger> measures(WorkspaceDay day) {
        SortedMap<MeasureTier, BigInteger> measures = new TreeMap<>();
        jdbc.query(
                """
                SELECT m.measure, m.retention_days, m.quantity FROM metered_day d
                JOIN measure m ON m.workspace_id = d.workspace_id AND m.billing_day = d.billing_day
                  AND m.revision = d.revision
                WHERE d.workspace_id = ? AND d.billing_day = ? AND d.is_current = TRUE""",
                row -> {
                    measures.put(
                            new MeasureTier(Columns.measure(row), row.getInt("retention_days")),
                            row.getBigDecimal("quantity").toBigIntegerExact());
                },
                day.workspace().value(),
                day.day().date());
        return measures;
    }

    private List<RatingExplanation> ratings(WorkspaceDay day) {
        Map<Integer, List<Usage>> usage =
                byRating("SELECT * FROM usage" + OF_DAY, (row, n) -> new Usage(Columns.tier(row), quantity(row)), day);
        usage.values().forEach(used -> used.sort(Usage.ORDER));
        Map<Integer, List<Charge>> charges = byRating("SELECT * FROM charge" + OF_DAY, DayRows::charge, day);
        charges.values().forEach(charged -> charged.sort(Comparator.comparing(Charge::tier)));
        Map<Integer, List<Hold>> holds = byRating(
                "SELECT * FROM day_hold" + OF_DAY + "ORDER BY reason, meter, retention_days", DayRows::hold, day);
        return query(
                "SELECT * FROM rated_day" + OF_DAY + "ORDER BY rating",
                (row, n) -> new RatingExplanation(
                        row.getInt("rating"),
                        row.getInt("revision"),
                        Columns.known(RatingOutcome.ofCode(row.getString("outcome")), "outcome"),
                        account(row),
                        settlement(row),
                        row.getBoolean("is_current"),
                        usage.getOrDefault(row.getInt("rating"), List.of()),
                        charges.getOrDefault(row.getInt("rating"), List.of()),
                        holds.getOrDefault(row.getInt("rating"), List.of())),
                day);
    }

    private <T> Map<Integer, List<T>> byRating(String sql, RowMapper<T> mapper, WorkspaceDay day) {
        Map<Integer, List<T>> found = new HashMap<>();
        jdbc.query(
                sql,
                row -> {
                    found.computeIfAbsent(row.getInt("rating"), key -> new ArrayList<>())
                            .add(mapper.mapRow(row, 0));
                },
                day.workspace().value(),
                day.day().date());
        return found;
    }

    private <T> List<T> query(String sql, RowMapper<T> mapper, WorkspaceDay day) {
        return jdbc.query(sql, mapper, day.workspace().value(), day.day().date());
    }

    private ReadingExplanation reading(ResultSet row, WorkspaceDay day) throws SQLException {
        boolean current = row.getBoolean("is_current");
        boolean hasBad = row.getLong("conflicts") + row.getLong("quarantined") > 0;
        return new ReadingExplanation(
                row.getInt("reading"),
                row.getInt("revision"),
                current,
                row.getLong("files"),
                row.getLong("unreadable_files"),
                row.getLong("records"),
                row.getLong("accepted"),
                row.getLong("duplicates"),
                row.getLong("conflicts"),
                row.getLong("quarantined"),
                current && hasBad ? repaired(day) : 0);
    }

    private long repaired(WorkspaceDay day) {
        return new RepairedCounts(jdbc)
                .of(new DayRange(day.day(), day.day().plusDays(1)))
                .getOrDefault(day, 0L);
    }

    static Charge charge(ResultSet row, int number) throws SQLException {
        return new Charge(
                Columns.tier(row),
                quantity(row),
                row.getBigDecimal("list_price"),
                row.getBigDecimal("unit_price"),
                Columns.nullableDay(row, "price_version"),
                new ExactAmount(Currency.getInstance(row.getString("currency")), row.getBigDecimal("exact_amount")));
    }

    private static Hold hold(ResultSet row, int number) throws SQLException {
        String reason = row.getString("reason");
        Usage lacking = row.getBigDecimal("quantity") == null ? null : new Usage(Columns.tier(row), quantity(row));
        return new Hold(
                Columns.known(
                        Stream.of(HoldReason.values())
                                .filter(known -> known.code().equals(reason))
                                .findFirst(),
                        "reason"),
                lacking,
                row.getString("detail"));
    }

    private static @Nullable BillingAccountId account(ResultSet row) throws SQLException {
        String id = row.getString("account_id");
        return id == null ? null : new BillingAccountId(id);
    }

    private static @Nullable SettlementMethod settlement(ResultSet row) throws SQLException {
        String code = row.getString("settlement");
        return code == null ? null : Columns.known(SettlementMethod.ofCode(code), "settlement");
    }

    private static BigDecimal quantity(ResultSet row) throws SQLException {
        return row.getBigDecimal("quantity");
    }
}
