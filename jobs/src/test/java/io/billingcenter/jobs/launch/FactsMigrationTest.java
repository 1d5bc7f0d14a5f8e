package io.billingcenter.jobs.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.money.ExactAmount;
import io.billingcenter.domain.pricing.Charge;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.Measure;
import io.billingcenter.domain.usage.MeasureTier;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import io.billingcenter.domain.usage.Usage;
import io.billingcenter.schema.DatabaseKind;
import io.billingcenter.schema.billing.ChargeTable;
import io.billingcenter.schema.billing.ChargesText;
import io.billingcenter.schema.billing.RatedDayTable;
import io.billingcenter.schema.billing.UsageTable;
import io.billingcenter.schema.billing.UsageText;
import io.billingcenter.schema.metering.MeasureTable;
import io.billingcenter.schema.metering.MeasuresText;
import io.billingcenter.schema.metering.MeteredDayTable;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The rows of {@code measure}, {@code usage} and {@code charge} of an older database become texts of {@code metered_day} and
 * {@code rated_day}, and views of the same names, columns and types show the same rows. The older database has random rows
 * with the largest and smallest numbers that its columns take.
 */
class FactsMigrationTest {

    private static final long SEED = 20_261_201;
    private static final String BEFORE = "20";
    private static final LocalDate FIRST = LocalDate.parse("2026-11-01");
    private static final List<String> TABLES = List.of("measure", "usage", "charge");
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static EmbeddedPostgres server;

    private Random random = new Random(SEED);
    private JdbcTemplate jdbc;
    private DatabaseAddress address;

    @AfterAll
    static void stopServer() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theViewsHaveTheRowsThatTheTablesHad(DatabaseKind kind) throws Exception {
        open(kind);
        fill();
        Map<String, List<String>> before = rows();
        Map<String, List<String>> types = types();
        Map<String, String> sums = sumsOfUsage();
        Map<String, String> charged = chargedRatings();

        migrate();

        assertThat(before.values()).allSatisfy(rows -> assertThat(rows).hasSizeGreaterThan(100));
        assertThat(rows()).isEqualTo(before);
        assertThat(types()).isEqualTo(types);
        assertThat(rowsOfTexts()).isEqualTo(before);
        assertThat(storedSums()).isNotEmpty().isEqualTo(sums);
        assertThat(storedCharged()).isNotEmpty().isEqualTo(charged);
        assertThat(jdbc.queryForObject(
                        "SELECT COUNT(*) FROM information_schema.tables WHERE table_type = 'BASE TABLE'"
                                + " AND LOWER(table_name) IN ('measure', 'usage', 'charge')",
                        Integer.class))
                .isZero();
        assertThat(jdbc.queryForObject(
                        "SELECT COUNT(*) FROM rated_day WHERE usage IS NULL OR charges IS NULL", Integer.class))
                .isZero();
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM metered_day WHERE measures IS NULL", Integer.class))
                .isZero();
    }

    /** The embedded database keeps what a killed migration has done; each statement may have been the last one. */
    @Test
    void aMigrationThatWasCutOffIsRepeated() throws Exception {
        int statements = 0;
        for (String[] version : new String[][] {
            {BEFORE, "V21__facts_in_rows.sql"}, {"21", "V22__facts_of_rows.sql"}, {"22", "V23__views_of_facts.sql"}
        }) {
            List<String> script = statements(version[1]);
            for (int done = 1; done <= script.size(); done++) {
                random = new Random(SEED + done);
                open(DatabaseKind.HSQLDB);
                fill();
                Map<String, List<String>> before = rows();
                Map<String, String> sums = sumsOfUsage();
                flyway(version[0]).migrate();
                script.subList(0, done).forEach(jdbc::execute);
                migrate();
                assertThat(rows()).as(version[1] + " after " + done).isEqualTo(before);
                assertThat(storedSums()).isEqualTo(sums);
                statements++;
            }
        }
        assertThat(statements).isEqualTo(14);
    }

    @Test
    void theEmbeddedDatabaseCopiesPieceByPiece() throws Exception {
        for (int rows : new int[] {1, 7, 25, 1_000_000}) {
            random = new Random(SEED + rows);
            open(DatabaseKind.HSQLDB);
            fill();
            Map<String, List<String>> before = rows();
            Map<String, String> charged = chargedRatings();
            FactCopier copier = new FactCopier(jdbc.getDataSource(), DatabaseKind.HSQLDB, rows);
            assertThat(copier.isNeeded()).isTrue();
            copier.copy();
            assertThat(rowsOfTexts()).isEqualTo(before);
            assertThat(storedCharged()).isEqualTo(charged);
            copier.copy();
            assertThat(rowsOfTexts()).as("a repeat").isEqualTo(before);
            // What is copied is not copied again.
            jdbc.update("DELETE FROM measure");
            jdbc.update("DELETE FROM charge");
            flyway("21").migrate();
            assertThat(rowsOfTexts()).isEqualTo(before);
            assertThat(copier.isNeeded()).isFalse();
        }
    }

    @Test
    void nothingIsCopiedInANewDatabaseAnUpgradedOneOrOnAServer() throws Exception {
        open(DatabaseKind.HSQLDB);
        migrate();
        assertThat(new FactCopier(jdbc.getDataSource(), DatabaseKind.HSQLDB).isNeeded())
                .isFalse();
        JdbcTemplate empty = new JdbcTemplate(new DriverManagerDataSource("jdbc:hsqldb:mem:facts-empty", "SA", ""));
        assertThat(new FactCopier(empty.getDataSource(), DatabaseKind.HSQLDB).isNeeded())
                .isFalse();
        open(DatabaseKind.POSTGRESQL);
        assertThat(new FactCopier(jdbc.getDataSource(), DatabaseKind.POSTGRESQL).isNeeded())
                .isFalse();
    }

    /** Every column of what this program writes. */
    @ParameterizedTest
    @EnumSource
    void theViewsShowWhatTheProgramWrites(DatabaseKind kind) throws Exception {
        open(kind);
        migrate();
        List<String> measures = new ArrayList<>();
        List<String> usage = new ArrayList<>();
        List<String> charges = new ArrayList<>();
        for (int number = 1; number <= 40; number++) {
            String workspace = "ws-" + number;
            int rows = number == 1 ? 0 : number == 2 ? 200 : random.nextInt(12);
            SortedMap<MeasureTier, BigInteger> values = new TreeMap<>();
            SortedMap<MeasureTier, BigInteger> largest = new TreeMap<>();
            List<Usage> used = new ArrayList<>();
            List<Charge> charged = new ArrayList<>();
            for (int i = 0; i < rows; i++) {
                MeasureTier tier =
                        new MeasureTier(Measure.values()[random.nextInt(Measure.values().length)], random.nextInt(200));
                values.put(tier, number(60, 0).toBigIntegerExact());
                largest.put(tier, number(60, 0).toBigIntegerExact());
                used.add(new Usage(tier(), number(60, 2)));
                charged.add(charge());
            }
            String key = workspace + "|" + FIRST + "|" + number + "|";
            values.forEach((tier, value) -> measures.add(key + tier.measure().code() + "|" + tier.retentionDays() + "|"
                    + value + "|" + largest.get(tier) + "|"));
            used.forEach(each -> usage.add(key + text(each)));
            charged.forEach(each -> charges.add(key + text(each, each.amount().amount())));
            jdbc.update(
                    "INSERT INTO metered_day (workspace_id, billing_day, revision, content_digest, record_hash,"
                            + " is_current, run_id, measures) VALUES (?, ?, ?, 'c', 'h', TRUE, 1, ?)",
                    workspace,
                    FIRST,
                    number,
                    MeasuresText.of(values, largest));
            jdbc.update(
                    "INSERT INTO rated_day (workspace_id, billing_day, rating, revision, terms_digest, outcome, is_current,"
                            + " posted, run_id, usage, charges) VALUES (?, ?, ?, 1, 't', 'charged', TRUE, TRUE, 1, ?, ?)",
                    workspace,
                    FIRST,
                    number,
                    UsageText.of(used),
                    ChargesText.of(charged));
        }
        Map<String, List<String>> shown = rows();
        assertThat(shown.get("measure")).isNotEmpty().containsExactlyInAnyOrderElementsOf(measures);
        assertThat(shown.get("usage")).isNotEmpty().containsExactlyInAnyOrderElementsOf(usage);
        assertThat(shown.get("charge")).isNotEmpty().containsExactlyInAnyOrderElementsOf(charges);
        assertThat(jdbc.query(ChargeTable.TABLE.select() + " WHERE price_version IS NULL", this::chargeText))
                .isNotEmpty()
                .allMatch(charges::contains);
        assertThat(jdbc.query(UsageTable.TABLE.select() + " WHERE meter = 'log'", (row, n) -> UsageTable.usage(row)))
                .isNotEmpty()
                .allMatch(each -> each.tier().meter() == Meter.LOG);
    }

    private String chargeText(ResultSet row, int number) throws SQLException {
        return row.getString("workspace_id") + "|" + FIRST + "|" + row.getInt("rating") + "|"
                + text(ChargeTable.charge(row), row.getBigDecimal("amount"));
    }

    private void open(DatabaseKind kind) throws IOException {
        String name = "facts" + NUMBER.incrementAndGet();
        if (kind == DatabaseKind.HSQLDB) {
            address = new DatabaseAddress("jdbc:hsqldb:mem:" + name + ";hsqldb.tx=mvcc");
            jdbc = new JdbcTemplate(new DriverManagerDataSource(address.url(), "SA", ""));
        } else {
            if (server == null) {
                server = EmbeddedPostgres.builder().setCleanDataDirectory(true).start();
            }
            new JdbcTemplate(server.getPostgresDatabase())
                    .execute("CREATE DATABASE " + name + " TEMPLATE template0 ENCODING 'UTF8'");
            address = new DatabaseAddress(server.getJdbcUrl("postgres", name));
            jdbc = new JdbcTemplate(new DriverManagerDataSource(address.url()));
        }
        flyway(BEFORE).migrate();
    }

    private Flyway flyway(String target) {
        return Flyway.configure()
                .dataSource(jdbc.getDataSource())
                .locations("classpath:db/migration")
                .placeholders(address.kind().placeholders())
                .target(target)
                .load();
    }

    private void migrate() {
        new Migrations(jdbc.getDataSource(), address).migrate();
    }

    private static List<String> statements(String migration) throws IOException {
        String script = new ClassPathResource("db/migration/" + migration)
                .getContentAsString(StandardCharsets.UTF_8)
                .replaceAll("(?m)^\\s*--.*$", "");
        for (Map.Entry<String, String> value :
                DatabaseKind.HSQLDB.placeholders().entrySet()) {
            script = script.replace("${" + value.getKey() + "}", value.getValue());
        }
        return Arrays.stream(script.split(";", -1))
                .filter(statement -> !statement.isBlank())
                .toList();
    }

    /** Fills the tables of an older database. */
    private void fill() {
        for (int workspace = 0; workspace < 12; workspace++) {
            for (int day = 0; day < 5; day++) {
                LocalDate date = FIRST.plusDays(day);
                int versions = 1 + random.nextInt(3);
                for (int version = 1; version <= versions; version++) {
                    metered("ws-" + workspace, date, version, version == versions);
                    rated("ws-" + workspace, date, version, version == versions);
                }
            }
        }
    }

    private void metered(String workspace, LocalDate day, int revision, boolean isCurrent) {
        jdbc.update(
                "INSERT INTO metered_day (workspace_id, billing_day, revision, content_digest, record_hash, is_current,"
                        + " run_id) VALUES (?, ?, ?, 'c', 'h', ?, 1)",
                workspace,
                day,
                revision,
                isCurrent);
        for (int tier : distinct(200)) {
            jdbc.update(
                    "INSERT INTO measure (workspace_id, billing_day, revision, measure, retention_days, quantity, largest)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    workspace,
                    day,
                    revision,
                    Measure.values()[tier % Measure.values().length].code(),
                    tier / Measure.values().length,
                    number(60, 0),
                    random.nextInt(3) == 0 ? null : number(60, 0));
        }
    }

    private void rated(String workspace, LocalDate day, int rating, boolean isCurrent) {
        String outcome = List.of("charged", "charged", "free", "held").get(random.nextInt(4));
        jdbc.update(
                "INSERT INTO rated_day (workspace_id, billing_day, rating, revision, terms_digest, outcome, account_id,"
                        + " settlement, is_current, posted, run_id) VALUES (?, ?, ?, 1, 't', ?, ?, 'wallet', ?, TRUE, 1)",
                workspace,
                day,
                rating,
                outcome,
                outcome.equals("charged") ? "a1" : null,
                isCurrent);
        for (int tier : distinct(100)) {
            Charge charge = charge();
            Meter meter = Meter.values()[tier % Meter.values().length];
            int days = tier / Meter.values().length;
            jdbc.update(
                    "INSERT INTO usage (workspace_id, billing_day, rating, meter, retention_days, quantity)"
                            + " VALUES (?, ?, ?, ?, ?, ?)",
                    workspace,
                    day,
                    rating,
                    meter.code(),
                    days,
                    number(60, 2));
            if (outcome.equals("charged")) {
                jdbc.update(
                        "INSERT INTO charge VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'CNY', ?, ?)",
                        workspace,
                        day,
                        rating,
                        meter.code(),
                        days,
                        charge.quantity(),
                        charge.listPrice(),
                        charge.unitPrice(),
                        charge.priceVersion() == null
                                ? null
                                : charge.priceVersion().date(),
                        charge.exact().value(),
                        number(50, 2));
            }
        }
    }

    private int[] distinct(int end) {
        return IntStream.generate(() -> random.nextInt(end))
                .limit(random.nextInt(9))
                .distinct()
                .toArray();
    }

    private Charge charge() {
        return new Charge(
                tier(),
                number(60, 2),
                random.nextInt(4) == 0 ? null : number(38, 7),
                number(38, 7),
                random.nextInt(4) == 0 ? null : new BillingDay(FIRST.minusDays(random.nextInt(800))),
                new ExactAmount(Currency.getInstance(random.nextBoolean() ? "CNY" : "USD"), number(75, 18)));
    }

    private MeterTier tier() {
        return new MeterTier(Meter.values()[random.nextInt(Meter.values().length)], random.nextInt(800));
    }

    /** A number of that scale with no more than that many digits, such as 0, the largest one, or one below 0. */
    private BigDecimal number(int digits, int scale) {
        BigInteger end = BigInteger.TEN.pow(digits);
        BigInteger value = switch (random.nextInt(8)) {
            case 0 -> BigInteger.ZERO;
            case 1 -> end.subtract(BigInteger.ONE);
            case 2 -> BigInteger.TEN.pow(random.nextInt(digits));
            case 3 -> new BigInteger(random.nextInt(end.bitLength()), random).negate();
            default -> new BigInteger(random.nextInt(end.bitLength()), random);
        };
        return new BigDecimal(value, scale);
    }

    /** Returns the rows of the tables or views, cells after each other, sorted. */
    private Map<String, List<String>> rows() {
        Map<String, List<String>> rows = new TreeMap<>();
        for (String table : TABLES) {
            rows.put(
                    table,
                    jdbc.query("SELECT * FROM " + table, FactsMigrationTest::cells).stream()
                            .sorted()
                            .toList());
        }
        return rows;
    }

    private static String cells(ResultSet row, int number) throws SQLException {
        StringBuilder cells = new StringBuilder();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            cells.append(text(row.getObject(column))).append('|');
        }
        return cells.toString();
    }

    private static String text(Object cell) {
        return cell instanceof BigDecimal number
                ? (number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString())
                : String.valueOf(cell);
    }

    private static String text(Usage used) {
        return used.tier().meter().code() + "|" + used.tier().retentionDays() + "|" + text(used.quantity()) + "|";
    }

    private static String text(Charge charge, BigDecimal amount) {
        StringBuilder cells = new StringBuilder();
        for (Object cell : Arrays.asList(
                charge.tier().meter().code(),
                charge.tier().retentionDays(),
                charge.quantity(),
                charge.listPrice(),
                charge.unitPrice(),
                charge.priceVersion(),
                charge.exact().currency(),
                charge.exact().value(),
                amount)) {
            cells.append(text(cell)).append('|');
        }
        return cells.toString();
    }

    /** Returns the rows that the program reads from the texts, in the form of {@link #rows()}. */
    private Map<String, List<String>> rowsOfTexts() {
        List<String> measures = new ArrayList<>();
        jdbc.query(MeteredDayTable.TABLE.select(), row -> {
            String key = key(row, MeasureTable.REVISION.name());
            SortedMap<MeasureTier, BigInteger> largest = MeasuresText.largest(row.getString("measures"));
            MeteredDayTable.measures(row)
                    .forEach((tier, value) -> measures.add(key + tier.measure().code() + "|" + tier.retentionDays()
                            + "|" + value + "|" + largest.get(tier) + "|"));
        });
        List<String> usage = new ArrayList<>();
        List<String> charges = new ArrayList<>();
        jdbc.query(RatedDayTable.TABLE.select(), row -> {
            String key = key(row, "rating");
            RatedDayTable.usage(row).forEach(used -> usage.add(key + text(used)));
            ChargesText.lines(row.getString("charges"))
                    .forEach(line -> charges.add(key + text(line.charge(), line.amount())));
        });
        Map<String, List<String>> rows = new TreeMap<>();
        rows.put("measure", measures.stream().sorted().toList());
        rows.put("usage", usage.stream().sorted().toList());
        rows.put("charge", charges.stream().sorted().toList());
        return rows;
    }

    private static String key(ResultSet row, String version) throws SQLException {
        return row.getString("workspace_id") + "|" + row.getString("billing_day") + "|" + row.getInt(version) + "|";
    }

    private Map<String, List<String>> types() {
        Map<String, List<String>> types = new TreeMap<>();
        for (String table : TABLES) {
            types.put(
                    table,
                    jdbc.query(
                            "SELECT column_name, data_type, numeric_precision, numeric_scale, character_maximum_length,"
                                    + " collation_name FROM information_schema.columns WHERE LOWER(table_name) = ?"
                                    + " ORDER BY ordinal_position",
                            FactsMigrationTest::cells,
                            table));
        }
        return types;
    }

    private Map<String, String> sumsOfUsage() {
        Map<String, BigDecimal> sums = new TreeMap<>();
        jdbc.query(
                "SELECT r.billing_day, r.outcome, u.meter, u.quantity FROM rated_day r JOIN usage u"
                        + " ON u.workspace_id = r.workspace_id AND u.billing_day = r.billing_day AND u.rating = r.rating"
                        + " WHERE r.is_current = TRUE",
                row -> {
                    sums.merge(
                            row.getString(1) + " " + row.getString(2) + " " + row.getString(3),
                            row.getBigDecimal(4),
                            BigDecimal::add);
                });
        return texts(sums);
    }

    private Map<String, String> storedSums() {
        Map<String, BigDecimal> sums = new TreeMap<>();
        jdbc.query("SELECT billing_day, outcome, meter, quantity FROM usage_day", row -> {
            sums.put(row.getString(1) + " " + row.getString(2) + " " + row.getString(3), row.getBigDecimal(4));
        });
        return texts(sums);
    }

    /** Returns the sums of the charges of ratings in force that have any. */
    private Map<String, String> chargedRatings() {
        Map<String, BigDecimal> sums = new TreeMap<>();
        jdbc.query(
                "SELECT r.workspace_id, r.billing_day, r.rating, c.amount FROM rated_day r JOIN charge c"
                        + " ON c.workspace_id = r.workspace_id AND c.billing_day = r.billing_day AND c.rating = r.rating"
                        + " WHERE r.is_current = TRUE",
                row -> {
                    sums.merge(key(row, "rating") + "a1 CNY", row.getBigDecimal(4), BigDecimal::add);
                });
        return texts(sums);
    }

    private Map<String, String> storedCharged() {
        Map<String, BigDecimal> sums = new TreeMap<>();
        jdbc.query("SELECT * FROM rated_day WHERE charge_account IS NOT NULL", row -> {
            sums.put(
                    key(row, "rating") + row.getString("charge_account") + " " + row.getString("charge_currency"),
                    row.getBigDecimal("charge_amount"));
        });
        return texts(sums);
    }

    private static Map<String, String> texts(Map<String, BigDecimal> sums) {
        Map<String, String> texts = new TreeMap<>();
        sums.forEach((key, sum) -> texts.put(key, text(sum)));
        return texts;
    }
}
