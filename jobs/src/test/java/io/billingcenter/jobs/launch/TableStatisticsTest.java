package io.billingcenter.jobs.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A step that has written many rows leaves statistics of them; any other leaves things as they are. */
class TableStatisticsTest {

    private static final int MANY = 10_000;

    private static EmbeddedPostgres server;

    private DatabaseAddress address = DatabaseAddress.of("none", Path.of(""));
    private JdbcTemplate jdbc = new JdbcTemplate();

    @BeforeAll
    static void start() throws Exception {
        server = EmbeddedPostgres.builder().setServerConfig("autovacuum", "off").start();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @BeforeEach
    void create() {
        address = DatabaseAddress.of(server.getJdbcUrl("postgres", "postgres"), Path.of(""));
        jdbc = new JdbcTemplate(server.getPostgresDatabase());
        jdbc.execute("DROP TABLE IF EXISTS large, small");
        jdbc.execute("CREATE TABLE large (day DATE, text VARCHAR(200))");
        jdbc.execute("CREATE TABLE small (day DATE, text VARCHAR(200))");
        jdbc.execute("CREATE SCHEMA IF NOT EXISTS other");
        jdbc.execute("DROP TABLE IF EXISTS other.foreign_rows");
        jdbc.execute("CREATE TABLE other.foreign_rows (day DATE, text VARCHAR(200))");
        insert("small", "2026-11-21", 100);
        insert("large", "2026-11-21", MANY);
        insert("other.foreign_rows", "2026-11-21", MANY);
    }

    private void insert(String table, String day, int rows) {
        jdbc.update(
                "INSERT INTO " + table + " SELECT CAST(? AS DATE), REPEAT('x', 100) FROM generate_series(1, ?)",
                day,
                rows);
    }

    @Test
    void onlyTablesThatHaveGrownMuchGetStatistics() {
        after("fill");
        assertThat(analyzed()).containsExactly("large");
    }

    @Test
    void thePlanOfTheNextStepKnowsTheNewDay() {
        after("fill");
        insert("large", "2026-11-22", MANY);
        assertThat(expectedRows("2026-11-22")).isLessThan(100);
        after("fill");
        assertThat(expectedRows("2026-11-22")).isBetween(MANY / 2, 2 * MANY);
    }

    @Test
    void aNightThatAddsLittleCostsNoStatistics() {
        after("fill");
        insert("large", "2026-11-22", 500);
        after("fill");
        assertThat(expectedRows("2026-11-22")).isLessThan(100);
        // Much by itself, but little beside what was there.
        insert("large", "2026-11-23", 100 * MANY);
        after("fill");
        insert("large", "2026-11-24", MANY / 2);
        after("fill");
        assertThat(expectedRows("2026-11-24")).isLessThan(MANY / 4);
    }

    @Test
    void partitionsDoNotCollectThem() {
        after("fill:bin0");
        assertThat(analyzed()).isEmpty();
    }

    @Test
    void aDatabaseThatCannotCollectThemDoesNotFailTheStep() {
        JdbcTemplate gone =
                new JdbcTemplate(new DriverManagerDataSource("jdbc:postgresql://localhost:1/none?connectTimeout=1"));
        assertThatCode(() -> new TableStatistics(gone, address).afterStep(step("fill")))
                .doesNotThrowAnyException();
    }

    @Test
    void theEmbeddedDatabaseNeedsNone() {
        DatabaseAddress embedded = DatabaseAddress.of("jdbc:hsqldb:mem:statistics", Path.of(""));
        assertThat(embedded.kind().grownTables()).isEmpty();
        assertThatCode(() -> new TableStatistics(new JdbcTemplate(), embedded).afterStep(step("fill")))
                .doesNotThrowAnyException();
    }

    private void after(String step) {
        new TableStatistics(jdbc, address).afterStep(step(step));
    }

    private List<String> analyzed() {
        return jdbc.query(
                "SELECT DISTINCT tablename FROM pg_stats WHERE tablename IN ('large', 'small', 'foreign_rows')",
                (row, number) -> row.getString(1));
    }

    /** Returns the number of rows of a day that the database expects. */
    private int expectedRows(String day) {
        String plan = jdbc.query(
                        "EXPLAIN SELECT * FROM large WHERE day = DATE '" + day + "'", (row, number) -> row.getString(1))
                .get(0);
        return Integer.parseInt(plan.replaceFirst(".* rows=([0-9]+) .*", "$1"));
    }

    private static StepExecution step(String name) {
        return new StepExecution(1, name, new JobExecution(1, new JobInstance(1, "nightly"), new JobParameters()));
    }
}
