package io.billingcenter.writers.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A new database in memory with the reference tables of the migrations. */
public final class ReferenceDatabase {

    private static final Path MIGRATION = Path.of("..", "config", "db", "migration", "V1__reference.sql");
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private ReferenceDatabase() {}

    /** The tables, empty. */
    public static JdbcTemplate create() throws IOException {
        JdbcTemplate jdbc = new JdbcTemplate(new DriverManagerDataSource(
                "jdbc:hsqldb:mem:writers-" + NUMBER.incrementAndGet() + ";hsqldb.tx=mvcc", "SA", ""));
        String script = Files.readString(MIGRATION, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("--"))
                .collect(Collectors.joining("\n"))
                .replace("${id}", "VARCHAR(64)")
                .replace("${code}", "VARCHAR(32)")
                .replace("${text}", "VARCHAR(4000)");
        for (String statement : script.split(";", -1)) {
            if (!statement.isBlank()) {
                jdbc.execute(statement);
            }
        }
        return jdbc;
    }
}
