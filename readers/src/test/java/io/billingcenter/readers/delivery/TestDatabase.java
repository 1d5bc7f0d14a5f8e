package io.billingcenter.readers.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** An empty database in memory, made by the migrations. */
final class TestDatabase {

    private static final Path MIGRATIONS = Path.of("..", "config", "db", "migration");

    private TestDatabase() {}

    static JdbcTemplate empty(String name) throws IOException {
        JdbcTemplate jdbc =
                new JdbcTemplate(new DriverManagerDataSource("jdbc:hsqldb:mem:" + name + ";hsqldb.tx=mvcc", "SA", ""));
        jdbc.execute("DROP SCHEMA PUBLIC CASCADE");
        for (Path migration : migrations()) {
            for (String statement : statements(Files.readString(migration))) {
                jdbc.execute(statement);
            }
        }
        return jdbc;
    }

    private static List<Path> migrations() throws IOException {
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            return files.sorted().toList();
        }
    }

    private static List<String> statements(String migration) {
        String sql = migration
                .replaceAll("(?m)^\\s*--.*$", "")
                .replace("${id}", "VARCHAR(64)")
                .replace("${code}", "VARCHAR(32)")
                .replace("${text}", "VARCHAR(4000)")
                .replace("${path}", "VARCHAR(1024)")
                .replace("${bytes}", "VARBINARY(1048576)");
        return Stream.of(sql.split(";"))
                .filter(statement -> !statement.isBlank())
                .toList();
    }
}
