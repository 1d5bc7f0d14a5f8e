package io.billingcenter.readers.tables.delivery;

import io.billingcenter.domain.delivery.CurrencyTotals;
import io.billingcenter.domain.delivery.DeliveredColumn;
import io.billingcenter.domain.delivery.DeliveredFile;
import io.billingcenter.domain.delivery.DeliveredRowSource;
import io.billingcenter.domain.delivery.DeliveryPeriod;
import io.billingcenter.domain.delivery.InvoiceLayout;
import io.billingcenter.domain.digest.Digests;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.pricing.UnitsRule;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.readers.tables.invoicing.IssueTermsReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Reads committed rows in the order of each delivered file. Inside a transaction PostgreSQL hands the rows over in
 * blocks; without one it would hand over all of them at once.
 */
public final class DeliveredRows implements DeliveredRowSource {

    private static final int FETCH_ROWS = 1_000;
    private static final int BILL_DETAIL_PAGE_LINES = 5_000;
    /** About 60 bytes each. */
    private static final int SORTED_POSTINGS = 2_500_000;

    private static final String METER = "meter";
    private static final String RETENTION_DAYS = "retention_days";
    private static final String UNIT = "unit";
    private static final String CURRENCY = "currency";

    private static final String POSTED_TOTALS = """
            SELECT currency, SUM(amount) AS total
            FROM posting
            WHERE posted_day >= :from AND posted_day < :to
            GROUP BY currency
            """;

    // Allowed characters of ids sort before '|', so this is also the order of the lines.
    private static final String METERED_DAYS = """
            SELECT workspace_id, record_hash
            FROM metered_day
            WHERE billing_day = :from AND is_current
            ORDER BY workspace_id || '|'
            """;

    /** The postings of a day, in any order: a query that sorts those of a month exceeds the memory of the embedded database. */
    private static final String POSTINGS = """
            SELECT posting_id, currency, amount
            FROM posting
            WHERE posted_day = :day
            """;

    private final NamedParameterJdbcTemplate jdbc;
    private final BillDetailRows billDetails;
    private final IssueTermsReader layouts;

    /**
     * Reads through connections of the template's data source.
     *
     * @param unitsRule by which amounts at list price are computed
     * @param zone zone of billing days
     */
    public DeliveredRows(JdbcTemplate jdbc, UnitsRule unitsRule, ZoneId zone) {
        JdbcTemplate streaming = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource(), "data source"));
        streaming.setFetchSize(FETCH_ROWS);
        this.jdbc = new NamedParameterJdbcTemplate(streaming);
        this.layouts = new IssueTermsReader(streaming);
        this.billDetails = new BillDetailRows(this.jdbc, unitsRule, zone, BILL_DETAIL_PAGE_LINES);
    }

    @Override
    public List<DeliveredFile> files(DeliveryPeriod period) {
        if (period instanceof DeliveryPeriod.OfMonth month) {
            return layouts.layout(month.month()).orElse(InvoiceLayout.VERSION_2).files();
        }
        return ((DeliveryPeriod.OfDay) period).files();
    }

    @Override
    public void read(DeliveredFile file, DeliveryPeriod period, Consumer<List<@Nullable Object>> row) {
        if (file == DeliveredFile.BILL_DETAILS) {
            billDetails.read(period.firstDay(), row);
            return;
        }
        jdbc.query(DeliveredFileQuery.of(file).rows(), parameters(period), (ResultSet result) -> {
            switch (file) {
                case USAGE -> UsageRows.usage(result, row);
                case FREE_USAGE -> UsageRows.freeUsage(result, row);
                default -> row.accept(values(file, result));
            }
        });
    }

    @Override
    public long rowCount(DeliveredFile file, DeliveryPeriod period) {
        if (file == DeliveredFile.FREE_USAGE) {
            LongAdder rows = new LongAdder();
            read(file, period, row -> rows.increment());
            return rows.sum();
        }
        Long count = jdbc.queryForObject(DeliveredFileQuery.of(file).count(), parameters(period), Long.class);
        return Objects.requireNonNull(count, "COUNT(*) gives a number");
    }

    @Override
    public CurrencyTotals postedTotals(DeliveryPeriod period) {
        return new CurrencyTotals(
                jdbc.query(POSTED_TOTALS, parameters(period), (result, number) -> money("total", result)));
    }

    @Override
    public String inputDigest(DeliveryPeriod period) {
        MessageDigest digest = Digests.sha256();
        if (period instanceof DeliveryPeriod.OfDay) {
            jdbc.query(METERED_DAYS, parameters(period), (ResultSet result) -> {
                digest.update(line(result.getString("workspace_id"), period, result.getString("record_hash")));
            });
        } else {
            new SmallestLines(SORTED_POSTINGS).sort(line -> readPostings(period, line), digest::update);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private void readPostings(DeliveryPeriod period, Consumer<byte[]> line) {
        for (BillingDay day = period.firstDay(); day.isBefore(period.endExclusive()); day = day.plusDays(1)) {
            jdbc.query(POSTINGS, Map.of("day", day.date()), (ResultSet result) -> {
                line.accept(line(
                        result.getString("posting_id"),
                        money("amount", result).amount().toPlainString()));
            });
        }
    }

    private static Map<String, Object> parameters(DeliveryPeriod period) {
        LocalDate from = period.firstDay().date();
        LocalDate to = period.endExclusive().date();
        return Map.of(
                "period",
                period instanceof DeliveryPeriod.OfDay ? from : period.toString(),
                "from",
                from,
                "to",
                to,
                "last",
                to.minusDays(1));
    }

    private static byte[] line(Object... parts) {
        StringBuilder line = new StringBuilder();
        for (Object part : parts) {
            line.append(line.isEmpty() ? "" : "|").append(part);
        }
        return line.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<@Nullable Object> values(DeliveredFile file, ResultSet result) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>(file.columns().size());
        for (DeliveredColumn column : file.columns()) {
            values.add(value(column, result));
        }
        return values;
    }

    private static @Nullable Object value(DeliveredColumn column, ResultSet result) throws SQLException {
        String name = column.name();
        return switch (column.type()) {
            case TEXT -> text(name, result);
            case INTEGER -> name.equals(UNIT) ? unit(result) : integer(name, result);
            case DECIMAL -> result.getBigDecimal(name);
            case MONEY -> moneyOrNone(name, result);
            case DAY -> day(name, result);
            case MONTH -> BillingMonth.parse(result.getString(name));
        };
    }

    private static @Nullable String text(String name, ResultSet result) throws SQLException {
        String text = result.getString(name);
        return text == null || text.isEmpty() ? null : text;
    }

    private static @Nullable Long integer(String name, ResultSet result) throws SQLException {
        long number = result.getLong(name);
        boolean isFlat = name.equals(RETENTION_DAYS) && number == Meter.FLAT;
        return result.wasNull() || isFlat ? null : number;
    }

    /** Returns the unit of the meter; a fee that is for no meter counts by one. */
    private static Long unit(ResultSet result) throws SQLException {
        return result.getString(METER).isEmpty() ? 1L : meter(result).unit();
    }

    private static Meter meter(ResultSet result) throws SQLException {
        String code = result.getString(METER);
        return Meter.ofCode(code)
                .orElseThrow(() -> new IllegalStateException(
                        "Expected the code of a meter in the database, found '" + code + "'"));
    }

    private static @Nullable Money moneyOrNone(String name, ResultSet result) throws SQLException {
        return result.getBigDecimal(name) == null ? null : money(name, result);
    }

    private static Money money(String name, ResultSet result) throws SQLException {
        BigDecimal amount = result.getBigDecimal(name);
        return Money.of(Currency.getInstance(result.getString(CURRENCY)), amount);
    }

    private static @Nullable BillingDay day(String name, ResultSet result) throws SQLException {
        LocalDate date = result.getObject(name, LocalDate.class);
        return date == null ? null : new BillingDay(date);
    }
}
