package io.billingcenter.jobs.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.flywaydb.core.api.exception.FlywayValidateException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class MigrationsTest {

    private static final String HISTORY = "\"flyway_schema_history\"";

    private final DatabaseAddress address = new DatabaseAddress("jdbc:hsqldb:mem:migrations;hsqldb.tx=mvcc");
    private final DriverManagerDataSource dataSource = new DriverManagerDataSource(address.url(), "SA", "");
    private final JdbcTemplate jdbc = new JdbcTemplate(dataSource);
    private final Migrations migrations = new Migrations(dataSource, address);

    @BeforeEach
    void emptyDatabase() {
        jdbc.execute("DROP SCHEMA PUBLIC CASCADE");
    }

    @Test
    void flywayIsSparedOnceItHasAppliedEverything() {
        assertThat(migrations.state()).isEqualTo(Migrations.State.UNKNOWN);
        migrations.apply();
        assertThat(migrations.state()).isEqualTo(Migrations.State.CURRENT);
    }

    @Test
    void anEditedMigrationIsRefused() {
        migrations.apply();
        jdbc.update("UPDATE " + HISTORY + " SET \"checksum\" = \"checksum\" + 1 WHERE \"version\" = '2'");
        assertThat(migrations.state()).isEqualTo(Migrations.State.UNKNOWN);
        assertThatThrownBy(migrations::apply)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("those of another program version", "correct --db")
                .hasCauseInstanceOf(FlywayValidateException.class);
    }

    @Test
    void aFailedMigrationIsRefused() {
        migrations.apply();
        jdbc.update("UPDATE " + HISTORY + " SET \"success\" = FALSE WHERE \"version\" = '5'");
        assertThat(migrations.state()).isEqualTo(Migrations.State.UNKNOWN);
        assertThatThrownBy(migrations::apply)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("those of another program version", "correct --db")
                .hasCauseInstanceOf(FlywayValidateException.class);
    }

    @Test
    void aSchemaOfSomethingElseIsRefused() {
        jdbc.execute("CREATE TABLE other (x INTEGER)");
        assertThatThrownBy(migrations::apply)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("found other tables or functions", "a schema or database of its own");
    }

    @Test
    void ofADatabaseOfANewerProgramFlywayDecides() {
        migrations.apply();
        jdbc.update("INSERT INTO " + HISTORY + " SELECT 99, '99', \"description\", \"type\", \"script\", \"checksum\","
                + " \"installed_by\", \"installed_on\", \"execution_time\", \"success\" FROM " + HISTORY
                + " WHERE \"version\" = '5'");
        assertThat(migrations.state()).isEqualTo(Migrations.State.UNKNOWN);
    }

    @Test
    void aDatabaseThatAJobHasRunOnIsOlderAndAnEmptyOneIsNew() {
        migrations.apply();
        jdbc.update("DELETE FROM " + HISTORY + " WHERE \"version\" IN ('15', '16')");
        assertThat(migrations.state()).isEqualTo(Migrations.State.NEW);
        jdbc.update("INSERT INTO price_book (version, sha256) VALUES (DATE '2026-01-01', 'digest')");
        assertThat(migrations.state()).isEqualTo(Migrations.State.OLDER);
    }
}
