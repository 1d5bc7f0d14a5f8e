package io.billingcenter.jobs.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A start may end at any statement; the next one makes the tables all the same, and leaves complete ones alone. */
class BatchTablesTest {

    private static final String URL = "jdbc:hsqldb:mem:batch-tables";

    private final DriverManagerDataSource dataSource = new DriverManagerDataSource(URL, "SA", "");
    private final JdbcTemplate jdbc = new JdbcTemplate(dataSource);
    private final BatchTables tables = new BatchTables(dataSource, new DatabaseAddress(URL), jdbc);

    @BeforeEach
    void emptyDatabase() {
        jdbc.execute("DROP SCHEMA PUBLIC CASCADE");
    }

    @Test
    void aStartThatEndedHalfWayIsMadeGood() {
        jdbc.execute("CREATE TABLE BATCH_JOB_INSTANCE (JOB_INSTANCE_ID BIGINT PRIMARY KEY)");
        tables.createIfMissing();
        assertThat(jdbc.queryForList("SELECT * FROM BATCH_JOB_INSTANCE_SEQ")).isEmpty();
    }

    @Test
    void completeTablesKeepTheirRows() {
        tables.createIfMissing();
        jdbc.update("INSERT INTO BATCH_JOB_INSTANCE VALUES (1, 0, 'nightly', 'key')");
        tables.createIfMissing();
        assertThat(jdbc.queryForList("SELECT JOB_INSTANCE_ID FROM BATCH_JOB_INSTANCE", Long.class))
                .containsExactly(1L);
    }
}
