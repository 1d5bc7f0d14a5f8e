package io.billingcenter.jobs.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** One connection keeps a transaction open while another one writes more than the log may hold by the settings of the database. */
class EmbeddedLogTest {

    private static final int ROWS = 400;
    private static final int ROW_BYTES = 100_000;

    @TempDir
    private Path folder;

    private DatabaseAddress address = DatabaseAddress.of("none", Path.of(""));
    private JdbcTemplate jdbc = new JdbcTemplate();
    private Path logFile = Path.of("");

    @BeforeEach
    void create() {
        address = DatabaseAddress.of(folder.resolve("db").toString(), folder);
        logFile = folder.resolve("db.log");
        jdbc = new JdbcTemplate(new DriverManagerDataSource(address.url().replace("shutdown=true", "a=b"), "sa", ""));
        jdbc.execute("SET FILES LOG SIZE 1");
        jdbc.execute("CREATE TABLE line (text VARCHAR(200000))");
        jdbc.execute("CREATE TABLE other (number INTEGER)");
    }

    @AfterEach
    void shutDown() {
        jdbc.execute("SHUTDOWN IMMEDIATELY");
    }

    @Test
    void noStatementWaitsForTheTransactionsOfOthers() throws Exception {
        new EmbeddedLog(jdbc, address).shortenBetweenStepsOnly();
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            try (Connection open = connect();
                    Connection busy = connect()) {
                open.setAutoCommit(false);
                open.createStatement().executeUpdate("INSERT INTO other VALUES (1)");
                write(busy);
                open.createStatement().executeUpdate("INSERT INTO other VALUES (2)");
                open.commit();
            }
        });
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM line", Integer.class))
                .isEqualTo(ROWS);
        assertThat(Files.size(logFile)).isGreaterThan((long) ROWS * ROW_BYTES);
    }

    @Test
    void aLargeLogIsShortenedBehindAStepButNotBehindAPartition() throws Exception {
        EmbeddedLog log = new EmbeddedLog(jdbc, address);
        log.shortenBetweenStepsOnly();
        try (Connection busy = connect()) {
            write(busy);
        }
        log.afterStep(step("meterBin:bin0"));
        assertThat(Files.size(logFile)).isGreaterThan((long) ROWS * ROW_BYTES);
        log.afterStep(step("meterTraffic"));
        assertThat(Files.exists(logFile) ? Files.size(logFile) : 0).isLessThan(ROW_BYTES);
    }

    private void write(Connection busy) throws Exception {
        try (PreparedStatement insert = busy.prepareStatement("INSERT INTO line VALUES (?)")) {
            for (int row = 0; row < ROWS; row++) {
                insert.setString(1, "x".repeat(ROW_BYTES));
                insert.executeUpdate();
            }
        }
    }

    private Connection connect() throws Exception {
        return DriverManager.getConnection(address.url().replace("shutdown=true", "a=b"), "sa", "");
    }

    private static StepExecution step(String name) {
        return new StepExecution(1, name, new JobExecution(1, new JobInstance(1, "nightly"), new JobParameters()));
    }
}
