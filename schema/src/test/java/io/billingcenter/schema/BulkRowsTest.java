package io.billingcenter.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.schema.billing.RatedDayTable;
import io.billingcenter.schema.delivery.DeliveryDueTable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Rows that PostgreSQL takes by COPY, or that one statement changes, are those that a batch would have written. */
class BulkRowsTest {

    private static final int ROWS = 150;
    private static final BillingDay DAY = BillingDay.parse("2026-11-21");

    private static JdbcTemplate jdbc;

    /** Another schema of the same database, whose tables have the same columns and no constraints. */
    private static JdbcTemplate copied;

    private static JdbcTemplate batched;

    @BeforeAll
    static void migrate() throws Exception {
        String url = PostgresqlServer.emptyDatabase();
        jdbc = PostgresqlServer.connection(url);
        MigratedDatabase.migrate(jdbc, DatabaseKind.POSTGRESQL);
        copied = schema(url, "copied");
        batched = schema(url, "batched");
    }

    private static JdbcTemplate schema(String url, String schema) throws Exception {
        jdbc.execute("CREATE SCHEMA " + schema);
        for (Table table : DeclaredTablesTest.tables().toList()) {
            jdbc.execute("CREATE TABLE " + schema + "." + table + " AS TABLE public." + table + " WITH NO DATA");
        }
        return PostgresqlServer.connection(url + "&currentSchema=" + schema);
    }

    @BeforeEach
    void clear() {
        jdbc.execute("TRUNCATE delivery_due, rated_day");
    }

    static Stream<Table> tables() throws Exception {
        return DeclaredTablesTest.tables();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void rowsByCopyAreThoseByBatch(Table table) {
        RandomRows random = new RandomRows(jdbc, table);
        List<TableRow> rows = random.rows(ROWS);
        CopiedRows.INSTANCE.insert(copied, table, rows);
        BatchedRows.INSTANCE.insert(batched, table, rows);
        assertSameRows(table, ROWS);
        // A table has no order: a short row may fill the gap that a long one has left.
        assertThat(cells(copied, table))
                .containsExactlyInAnyOrderElementsOf(
                        rows.stream().map(BulkRowsTest::cells).toList());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void changesByArraysAreThoseByBatch(Table table) {
        RandomRows random = new RandomRows(jdbc, table);
        Column<?> key = random.column(ColumnType.TEXT, ColumnType.DATE, ColumnType.NUMBER, ColumnType.LARGE_NUMBER);
        List<TableRow> rows = random.distinctRows(ROWS, key);
        CopiedRows.INSTANCE.insert(copied, table, rows);
        CopiedRows.INSTANCE.insert(batched, table, rows);
        List<TableRow> others = random.rows(ROWS);
        IntStream.range(0, ROWS)
                .forEach(i -> others.get(i).setCell(key, rows.get(i).cell(key)));
        List<Column<?>> set =
                table.columns().stream().filter(column -> column != key).toList();
        if (!set.isEmpty()) {
            KeyedChange update = new KeyedChange(table, set, List.of(key), "");
            CopiedRows.INSTANCE.change(copied, update, others.subList(0, ROWS / 2));
            BatchedRows.INSTANCE.change(batched, update, others.subList(0, ROWS / 2));
            assertSameRows(table, ROWS);
            assertThat(cells(copied, table))
                    .containsAll(others.subList(0, ROWS / 2).stream()
                            .map(BulkRowsTest::cells)
                            .toList());
        }
        KeyedChange delete = new KeyedChange(table, List.of(), List.of(key), "");
        CopiedRows.INSTANCE.change(copied, delete, others.subList(ROWS / 3, ROWS));
        BatchedRows.INSTANCE.change(batched, delete, others.subList(ROWS / 3, ROWS));
        assertSameRows(table, ROWS / 3);
    }

    private static void assertSameRows(Table table, int count) {
        Integer different = jdbc.queryForObject(String.format(Locale.ROOT, """
                        SELECT (SELECT COUNT(*) FROM (TABLE copied.%1$s EXCEPT ALL TABLE batched.%1$s) a)
                          + (SELECT COUNT(*) FROM (TABLE batched.%1$s EXCEPT ALL TABLE copied.%1$s) b)""", table), Integer.class);
        assertThat(different).isZero();
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM copied." + table, Integer.class))
                .isEqualTo(count);
        if (count != ROWS) {
            jdbc.execute("TRUNCATE copied." + table + ", batched." + table);
        }
    }

    private static List<List<Object>> cells(JdbcTemplate from, Table table) {
        return from.query(table.select(), (row, number) -> {
            List<Object> cells = new ArrayList<>();
            for (Column<?> column : table.columns()) {
                cells.add(comparable(
                        switch (column.type()) {
                            case BYTES -> row.getBytes(column.name());
                            case DATE -> row.getObject(column.name(), LocalDate.class);
                            case DECIMAL -> row.getBigDecimal(column.name());
                            case LARGE_NUMBER ->
                                row.getObject(column.name()) == null ? null : row.getLong(column.name());
                            default -> row.getObject(column.name());
                        }));
            }
            return cells;
        });
    }

    private static List<Object> cells(TableRow row) {
        return row.table().columns().stream()
                .map(column -> comparable(row.cell(column)))
                .toList();
    }

    /** Returns a value that is equal whenever the database takes it for equal. */
    private static Object comparable(@Nullable Object cell) {
        if (cell instanceof BigDecimal number) {
            return number.stripTrailingZeros();
        }
        if (cell instanceof byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        }
        return cell == null ? "NULL" : cell;
    }

    /** Both sides of the number of rows from which on they are copied. */
    @ParameterizedTest
    @ValueSource(ints = {1, CopiedRows.FEWEST_ROWS - 1, CopiedRows.FEWEST_ROWS, 5_000})
    void aRowThatIsThereAlreadyIsADuplicateKey(int rows) {
        DeliveryDueTable.TABLE.insert(jdbc, due(rows, rows));
        assertThatThrownBy(() -> DeliveryDueTable.TABLE.insert(jdbc, due(1, rows)))
                .isInstanceOf(DuplicateKeyException.class)
                .hasMessageContaining("delivery_due");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aFailureLeavesTheConnectionUsableAndTheTransactionUndone() {
        DataSourceTransactionManager transactions =
                new DataSourceTransactionManager(Objects.requireNonNull(jdbc.getDataSource()));
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    DeliveryDueTable.TABLE.insert(jdbc, due(1, 100));
                    assertThat(count()).isEqualTo(100);
                    DeliveryDueTable.TABLE.insert(jdbc, due(100, 200));
                }))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(count()).isZero();
        transaction.executeWithoutResult(status -> DeliveryDueTable.TABLE.insert(jdbc, due(1, 100)));
        assertThat(count()).isEqualTo(100);
    }

    @Test
    void aRowThatCannotBeWrittenEndsTheCopy() {
        List<TableRow> rows = new ArrayList<>(due(1, 50));
        rows.add(DeliveryDueTable.TABLE.row().setCell(DeliveryDueTable.PERIOD, new Object()));
        assertThatThrownBy(() -> DeliveryDueTable.TABLE.insert(jdbc, rows))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected a value of a column, found a class java.lang.Object");
        assertThatThrownBy(() ->
                        DeliveryDueTable.TABLE.insert(jdbc, Collections.nCopies(50, DeliveryDueTable.TABLE.row())))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(count()).isZero();
    }

    @Test
    void aCopyBelongsToTheTransaction() {
        TransactionTemplate transaction =
                new TransactionTemplate(new DataSourceTransactionManager(Objects.requireNonNull(jdbc.getDataSource())));
        transaction.executeWithoutResult(status -> {
            DeliveryDueTable.TABLE.insert(jdbc, due(1, 1_000));
            status.setRollbackOnly();
        });
        assertThat(count()).isZero();
    }

    @Test
    void onlyCurrentRowsAreSuperseded() {
        List<WorkspaceDay> days = IntStream.rangeClosed(1, 60)
                .mapToObj(i -> new WorkspaceDay(new WorkspaceId("w" + i), DAY))
                .toList();
        List<TableRow> ratings = new ArrayList<>();
        for (WorkspaceDay day : days) {
            ratings.add(rating(day, 1, false));
            ratings.add(rating(day, 2, true));
        }
        RatedDayTable.TABLE.insert(jdbc, ratings);
        List<WorkspaceDay> superseded = new ArrayList<>(days.subList(0, 40));
        superseded.addAll(days.subList(0, 5));
        superseded.add(new WorkspaceDay(new WorkspaceId("w1"), DAY.plusDays(1)));
        RatedDayTable.supersede(jdbc, superseded);
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM rated_day WHERE is_current", Integer.class))
                .isEqualTo(20);
        assertThatCode(() -> RatedDayTable.supersede(jdbc, List.of())).doesNotThrowAnyException();
        WorkspaceDayColumns.delete(jdbc, RatedDayTable.TABLE, days.subList(10, 60));
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM rated_day", Integer.class))
                .isEqualTo(20);
    }

    private static TableRow rating(WorkspaceDay day, int number, boolean current) {
        return RatedDayTable.key(day, number)
                .set(RatedDayTable.REVISION, 1)
                .set(RatedDayTable.TERMS_DIGEST, "d")
                .setCell(RatedDayTable.OUTCOME, "free")
                .set(RatedDayTable.IS_CURRENT, current)
                .set(RatedDayTable.POSTED, false)
                .set(RatedDayTable.RUN_ID, 1L);
    }

    @Test
    void fewRowsAreBatchedAndManyAreCopied() {
        assertThat(BulkRows.of(jdbc, due(1, CopiedRows.FEWEST_ROWS - 1))).isSameAs(BatchedRows.INSTANCE);
        assertThat(BulkRows.of(jdbc, due(1, CopiedRows.FEWEST_ROWS))).isSameAs(CopiedRows.INSTANCE);
        JdbcTemplate embedded = new JdbcTemplate(new DriverManagerDataSource("jdbc:hsqldb:mem:bulk", "SA", ""));
        assertThat(BulkRows.of(embedded, due(1, 500))).isSameAs(BatchedRows.INSTANCE);
    }

    private static Collection<TableRow> due(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(i -> DeliveryDueTable.TABLE
                        .row()
                        .setCell(DeliveryDueTable.PERIOD, "2026-11-21")
                        .setCell(DeliveryDueTable.WORKSPACE_ID, "w" + i))
                .toList();
    }

    private static @Nullable Integer count() {
        return jdbc.queryForObject("SELECT COUNT(*) FROM delivery_due", Integer.class);
    }

    /** Rows of random values that the columns of a table take, from a seed. */
    private static final class RandomRows {

        private static final String HOSTILE = "\\\t\n\r\b\u000b\u0001.N'\"{},x \u00e9\u7528\u0131";
        private static final String MONEY_BAG = new String(Character.toChars(0x1F4B0));

        /** The type and length of a column, from the catalog. */
        private record Limits(int length, int precision, int scale) {}

        private final Random random;
        private final Table table;
        private final List<Limits> limits;

        RandomRows(JdbcTemplate catalog, Table table) {
            this.random = new Random(table.name().hashCode());
            this.table = table;
            this.limits = table.columns().stream()
                    .map(column -> catalog.queryForObject(
                            """
                            SELECT COALESCE(character_maximum_length, 100), COALESCE(numeric_precision, 0),
                              COALESCE(numeric_scale, 0)
                            FROM information_schema.columns
                            WHERE table_schema = 'public' AND table_name = ? AND column_name = ?""",
                            (row, number) -> new Limits(row.getInt(1), row.getInt(2), row.getInt(3)),
                            table.name(),
                            column.name()))
                    .toList();
        }

        /** Returns the first column of one of these types. */
        Column<?> column(ColumnType... types) {
            return Stream.of(types)
                    .flatMap(type -> table.columns().stream().filter(column -> column.type() == type))
                    .filter(column -> limits.get(column.position()).length() >= 5)
                    .findFirst()
                    .orElseThrow();
        }

        List<TableRow> rows(int count) {
            return IntStream.range(0, count).mapToObj(i -> row()).toList();
        }

        /** Returns rows that differ in a column. */
        List<TableRow> distinctRows(int count, Column<?> key) {
            List<TableRow> rows = rows(count);
            for (int i = 0; i < count; i++) {
                rows.get(i).setCell(key, number(key, i));
            }
            return rows;
        }

        private static Object number(Column<?> key, int i) {
            return switch (key.type()) {
                case TEXT -> "\\" + i + "'";
                case DATE -> LocalDate.of(2026, 1, 1).plusDays(i);
                case NUMBER -> i;
                default -> (long) i;
            };
        }

        private TableRow row() {
            TableRow row = table.row();
            for (Column<?> column : table.columns()) {
                if (random.nextInt(5) > 0) {
                    row.setCell(column, value(column.type(), limits.get(column.position())));
                }
            }
            return row;
        }

        private Object value(ColumnType type, Limits limit) {
            return switch (type) {
                case TEXT -> text(limit.length());
                case NUMBER -> random.nextInt();
                // Some of these columns are narrower in the database than in the program.
                case LARGE_NUMBER -> limit.precision() < Long.SIZE ? (long) random.nextInt() : random.nextLong();
                case DECIMAL -> decimal(limit);
                case FLAG -> random.nextBoolean();
                case BYTES -> bytes();
                case DATE -> date();
            };
        }

        private String text(int longest) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(Math.min(longest, 60) + 1);
            while (text.codePointCount(0, text.length()) < length) {
                int next = random.nextInt(HOSTILE.length() + 1);
                text.append(next == HOSTILE.length() ? MONEY_BAG : HOSTILE.substring(next, next + 1));
            }
            return text.toString();
        }

        private BigDecimal decimal(Limits limit) {
            int digits = Math.min(limit.precision(), 60);
            BigInteger unscaled = new BigInteger(random.nextInt(3 * digits) + 1, random);
            BigInteger most = BigInteger.TEN.pow(digits);
            return new BigDecimal(unscaled.mod(most), limit.scale())
                    .multiply(BigDecimal.valueOf(random.nextBoolean() ? 1 : -1));
        }

        private byte[] bytes() {
            byte[] bytes = new byte[random.nextInt(50)];
            random.nextBytes(bytes);
            return bytes;
        }

        private LocalDate date() {
            return switch (random.nextInt(5)) {
                case 0 -> LocalDate.of(-1 - random.nextInt(4_000), 3, 1);
                case 1 -> LocalDate.of(10_000 + random.nextInt(90_000), 12, 31);
                case 2 -> LocalDate.of(1, 1, 2);
                default -> LocalDate.of(2026, 1, 1).plusDays(random.nextInt(400));
            };
        }
    }
}
