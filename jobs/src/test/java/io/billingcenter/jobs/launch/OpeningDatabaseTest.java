package io.billingcenter.jobs.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.config.BillingSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;

class OpeningDatabaseTest {

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private BillingSettings settings;

    @BeforeEach
    void readShippedSettings() throws IOException {
        StandardEnvironment environment = new StandardEnvironment();
        new YamlPropertySourceLoader()
                .load("shipped", new ClassPathResource("application.yml"))
                .forEach(environment.getPropertySources()::addLast);
        settings = new Binder(ConfigurationPropertySources.get(environment))
                .bind("billing", BillingSettings.class)
                .get();
    }

    private OpeningDatabase begin(String db) {
        return OpeningDatabase.begin(DatabaseAddress.of(db, folder), settings);
    }

    @Test
    void theTablesAreThereOnceItIsOpen() {
        try (OpeningDatabase database = begin("db/billing")) {
            assertThat(new JdbcTemplate(database.opened())
                            .queryForObject("SELECT COUNT(*) FROM metering_task", Integer.class))
                    .isZero();
        }
    }

    @Test
    void anotherOneIsToldOfItAndGetsItAfterwards() {
        try (OpeningDatabase first = begin("db/billing")) {
            assertThat(first.opened().isClosed()).isFalse();
            try (OpeningDatabase second = begin("db/billing")) {
                assertThatExceptionOfType(DatabaseInUseException.class).isThrownBy(second::opened);
            }
            assertThat(first.opened().isClosed()).isFalse();
        }
        try (OpeningDatabase third = begin("db/billing")) {
            assertThat(third.opened().isClosed()).isFalse();
        }
    }

    @Test
    void whatPreventsItIsToldToWhoWaits() throws IOException {
        Files.createFile(folder.resolve("file"));
        try (OpeningDatabase below = begin("file/billing")) {
            assertThatThrownBy(below::opened)
                    .hasStackTraceContaining(folder.resolve("file/billing").toString());
        }
    }
}
