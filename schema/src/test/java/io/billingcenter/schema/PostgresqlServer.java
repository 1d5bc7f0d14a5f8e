package io.billingcenter.schema;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A PostgreSQL server for tests, started once from a Maven artifact. */
final class PostgresqlServer {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    private PostgresqlServer() {}

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the URL of an empty database, with the settings of the program. */
    static String emptyDatabase() {
        String name = "empty" + NUMBER.incrementAndGet();
        new JdbcTemplate(SERVER.getPostgresDatabase())
                .execute(String.format(Locale.ROOT, "CREATE DATABASE %s TEMPLATE template0 ENCODING 'UTF8'", name));
        return DatabaseKind.POSTGRESQL.withSettings(SERVER.getJdbcUrl("postgres", name));
    }

    /** Returns a template that always uses the same connection. */
    static JdbcTemplate connection(String url) throws SQLException {
        return new JdbcTemplate(new SingleConnectionDataSource(new DriverManagerDataSource(url).getConnection(), true));
    }
}
