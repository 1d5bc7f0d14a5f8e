package io.billingcenter.samples;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** The databases that everything is tested on. */
enum Databases {
    /** The default. */
    HSQLDB {
        @Override
        String address(Path folder) {
            return folder.resolve("db/billing").toString();
        }

        @Override
        String copy(String address) {
            return address;
        }
    },
    /** A server, started once from a Maven artifact. */
    POSTGRESQL {
        @Override
        String address(Path folder) {
            return make("template0 ENCODING 'UTF8'");
        }

        @Override
        String copy(String address) {
            String name = address.substring(address.lastIndexOf('/') + 1).replaceFirst("\\?.*", "");
            return make(name);
        }

        private static String make(String template) {
            String name = "billing" + COUNTER.incrementAndGet();
            try (Connection connection = Server.INSTANCE.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(String.format(Locale.ROOT, "CREATE DATABASE %s TEMPLATE %s", name, template));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return Server.INSTANCE.getJdbcUrl("postgres", name);
        }
    };

    /** An address of a copy of the database of a place, which nobody works on. */
    String copy(Workplace from, Path folder) throws IOException {
        if (this == HSQLDB) {
            Workplace.copy(from.root().resolve("db"), folder.resolve("db"));
            return address(folder);
        }
        String name = "billing" + COUNTER.incrementAndGet();
        String template = from.db().replaceFirst("\\?.*", "").replaceFirst(".*/", "");
        try (Connection connection = Server.INSTANCE.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(String.format(Locale.ROOT, "CREATE DATABASE %s TEMPLATE %s", name, template));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Server.INSTANCE.getJdbcUrl("postgres", name);
    }

    private static final AtomicInteger COUNTER = new AtomicInteger();

    /** An address of an empty database. */
    abstract String address(Path folder);

    /**
     * An address of a database like the one at that address, to which nobody is connected. An embedded database lies in
     * files, so it is the same address once its files were copied.
     */
    abstract String copy(String address);

    private static final class Server {
        static final EmbeddedPostgres INSTANCE = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().setCleanDataDirectory(true).start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
