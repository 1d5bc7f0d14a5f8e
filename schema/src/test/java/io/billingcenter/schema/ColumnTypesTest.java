package io.billingcenter.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.pricing.HoldReason;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.domain.usage.Meter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A value of every kind of column comes back from the database as it was, at the ends of its range too. */
class ColumnTypesTest {

    private static final Table TABLE = Table.named("kinds");
    private static final Column<String> TEXT = TABLE.text("a_text");
    private static final Column<Integer> NUMBER = TABLE.number("a_number");
    private static final Column<Long> LARGE = TABLE.largeNumber("a_large");
    private static final Column<BigDecimal> DECIMAL = TABLE.decimal("a_decimal");
    private static final Column<BigInteger> INTEGER = TABLE.integer("an_integer");
    private static final Column<Boolean> FLAG = TABLE.flag("a_flag");
    private static final Column<byte[]> BYTES = TABLE.bytes("some_bytes");
    private static final Column<LocalDate> DATE = TABLE.date("a_date");
    private static final Column<BillingDay> DAY = TABLE.day("a_day");
    private static final Column<BillingMonth> MONTH = TABLE.month("a_month");
    private static final Column<BillingAccountId> ACCOUNT = TABLE.account("an_account");
    private static final Column<SettlementMethod> SETTLEMENT = TABLE.settlement("a_settlement");
    private static final Column<Currency> CURRENCY = TABLE.currency("a_currency");
    private static final Column<Meter> METER = TABLE.meterOrEmpty("a_meter");
    private static final Column<HoldReason> REASON = TABLE.code("a_reason", HoldReason.values(), HoldReason::code);

    private static final JdbcTemplate JDBC =
            new JdbcTemplate(new DriverManagerDataSource("jdbc:hsqldb:mem:kinds", "SA", ""));

    @BeforeAll
    static void create() {
        JDBC.execute("CREATE TABLE kinds (a_text VARCHAR(100), a_number INTEGER, a_large BIGINT,"
                + " a_decimal NUMERIC(38,7), an_integer NUMERIC(38,0), a_flag BOOLEAN, some_bytes VARBINARY(100),"
                + " a_date DATE, a_day DATE, a_month VARCHAR(7), an_account VARCHAR(64), a_settlement VARCHAR(32),"
                + " a_currency VARCHAR(3), a_meter VARCHAR(32), a_reason VARCHAR(32))");
    }

    @BeforeEach
    void clear() {
        JDBC.update("DELETE FROM kinds");
    }

    static Stream<Arguments> values() {
        BigInteger most = BigInteger.TEN.pow(38).subtract(BigInteger.ONE);
        return Stream.of(
                Arguments.of(TEXT, List.of("", "'; DROP TABLE kinds; --", "\u7528\u91CF \uD83D\uDCB0", " a\tb\r\n ")),
                Arguments.of(NUMBER, List.of(0, -1, Integer.MAX_VALUE, Integer.MIN_VALUE)),
                Arguments.of(LARGE, List.of(0L, 1L << 31, Long.MAX_VALUE, Long.MIN_VALUE)),
                Arguments.of(INTEGER, List.of(BigInteger.ZERO, BigInteger.ONE.shiftLeft(63), most, most.negate())),
                Arguments.of(FLAG, List.of(true, false)),
                Arguments.of(DATE, List.of(LocalDate.of(2024, 2, 29), LocalDate.of(1969, 12, 31))),
                Arguments.of(DAY, List.of(BillingDay.parse("2026-12-31"), BillingDay.parse("2024-02-29"))),
                Arguments.of(MONTH, List.of(BillingMonth.parse("2026-01"), BillingMonth.parse("2026-12"))),
                Arguments.of(ACCOUNT, List.of(new BillingAccountId("ba_1"), new BillingAccountId("BA_1"))),
                Arguments.of(SETTLEMENT, List.of(SettlementMethod.values())),
                Arguments.of(CURRENCY, List.of(Currency.getInstance("CNY"), Currency.getInstance("USD"))),
                Arguments.of(METER, List.of(Meter.values())),
                Arguments.of(REASON, List.of(HoldReason.values())));
    }

    @ParameterizedTest
    @MethodSource("values")
    <T> void valuesComeBackAsTheyWere(Column<T> column, List<T> values) {
        for (T value : values) {
            assertThat(stored(column, value)).isEqualTo(value);
        }
    }

    @Test
    void bytesComeBackAsTheyWere() {
        byte[] all = new byte[100];
        IntStream.range(0, all.length).forEach(i -> all[i] = (byte) (i * 5 - 128));
        assertThat(stored(BYTES, all)).isEqualTo(all);
    }

    @Test
    void pricesKeepSevenDigitsWithoutRounding() {
        for (String price : List.of("0.0000001", "-0.7", "1234567890123456789012345678901.1234567")) {
            assertThat(stored(DECIMAL, new BigDecimal(price))).isEqualByComparingTo(price);
        }
    }

    @Test
    void nullIsStoredAsNullUnlessTheColumnIsDeclaredEmpty() {
        TABLE.insert(JDBC, TABLE.row().set(TEXT, "x").set(METER, null));
        JDBC.query("SELECT * FROM kinds", row -> {
            for (Column<?> column : TABLE.columns()) {
                boolean stays = column == TEXT || column == METER;
                assertThat(row.getObject(column.name()) == null)
                        .as(column.name())
                        .isEqualTo(!stays);
            }
            assertThat(row.getString("a_meter")).isEmpty();
        });
    }

    @Test
    void everyColumnWithoutAValueIsReportedByNameAndTable() {
        TABLE.insert(JDBC, TABLE.row());
        JDBC.query(TABLE.select(), row -> {
            for (Column<?> column : TABLE.columns()) {
                assertThat(column.getOrNull(row)).isNull();
                assertThatThrownBy(() -> column.get(row))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("Expected a value in column " + column + " of kinds, found none");
            }
        });
    }

    @Test
    void aCodeOfAnotherVersionIsRefusedWithTheReason() {
        JDBC.update("INSERT INTO kinds (a_reason, a_settlement, a_meter) VALUES ('mood', 'barter', 'sundial')");
        JDBC.query(TABLE.select(), row -> {
            assertThatThrownBy(() -> REASON.get(row)).hasMessage(unknown("a_reason", "mood"));
            assertThatThrownBy(() -> SETTLEMENT.get(row)).hasMessage(unknown("a_settlement", "barter"));
            assertThatThrownBy(() -> METER.getOrNull(row)).hasMessage(unknown("a_meter", "sundial"));
        });
    }

    @Test
    void rowsOfSeveralBatchesAreAllWritten() {
        List<TableRow> rows = IntStream.range(0, 2_345)
                .mapToObj(number -> TABLE.row().set(NUMBER, number))
                .toList();
        TABLE.insert(JDBC, rows);
        assertThat(JDBC.queryForObject("SELECT COUNT(DISTINCT a_number) FROM kinds", Integer.class))
                .isEqualTo(2_345);
        TABLE.delete(JDBC, List.of(NUMBER), rows.subList(0, 2_000));
        assertThat(JDBC.queryForObject("SELECT MIN(a_number) FROM kinds", Integer.class))
                .isEqualTo(2_000);
        TABLE.update(JDBC, List.of(FLAG), List.of(NUMBER), List.of());
        assertThat(JDBC.queryForObject("SELECT COUNT(a_flag) FROM kinds", Integer.class))
                .isZero();
    }

    @Test
    void aQueryMayGiveAColumnAnotherLabel() {
        TABLE.insert(JDBC, TABLE.row().set(DAY, BillingDay.parse("2026-11-21")));
        AtomicInteger rows = new AtomicInteger();
        JDBC.query("SELECT " + DAY.of("k") + " AS day_of_bill FROM kinds k", row -> {
            rows.incrementAndGet();
            assertThat(DAY.get(row, "day_of_bill")).isEqualTo(BillingDay.parse("2026-11-21"));
        });
        assertThat(rows).hasValue(1);
    }

    private static String unknown(String column, String code) {
        return "Expected a code of this version in column " + column + ", found '" + code
                + "': the database belongs to another version of the program";
    }

    private static <T> @Nullable T stored(Column<T> column, T value) {
        JDBC.update("DELETE FROM kinds");
        TABLE.insert(JDBC, TABLE.row().set(column, value));
        return JDBC.query(TABLE.select(), (row, number) -> column.get(row)).get(0);
    }
}
