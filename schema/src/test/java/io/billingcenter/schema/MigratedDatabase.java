package io.billingcenter.schema;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** New databases in memory with the tables of the migrations: for tests of all modules. */
public final class MigratedDatabase {

    private static final String MIGRATIONS = "classpath*:db/migration/V*.sql";
    private static final Pattern VERSION = Pattern.compile("V([0-9]+)__");
    private static final Pattern REMARK = Pattern.compile("(?m)^\\s*--.*$");
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private MigratedDatabase() {}

    /** A database that nobody else has, its tables empty. */
    public static JdbcTemplate create() throws IOException {
        JdbcTemplate jdbc = new JdbcTemplate(new DriverManagerDataSource(
                "jdbc:hsqldb:mem:migrated-" + NUMBER.incrementAndGet() + ";hsqldb.tx=mvcc", "SA", ""));
        migrate(jdbc, DatabaseKind.HSQLDB);
        return jdbc;
    }

    /** A database in a file that does not exist yet, with the settings of an installation, its tables empty. */
    public static JdbcTemplate create(Path file) throws IOException {
        JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(
                DatabaseKind.HSQLDB.withSettings("jdbc:hsqldb:file:" + file), "SA", "", true));
        migrate(jdbc, DatabaseKind.HSQLDB);
        return jdbc;
    }

    /** Creates the tables in an empty embedded database. */
    public static void migrate(JdbcTemplate jdbc) throws IOException {
        migrate(jdbc, DatabaseKind.HSQLDB);
    }

    /** Creates the tables in an empty database of that kind. */
    public static void migrate(JdbcTemplate jdbc, DatabaseKind kind) throws IOException {
        Resource[] migrations = new PathMatchingResourcePatternResolver().getResources(MIGRATIONS);
        Arrays.sort(migrations, Comparator.comparingInt(MigratedDatabase::version));
        for (Resource migration : migrations) {
            apply(jdbc, kind, migration.getContentAsString(StandardCharsets.UTF_8));
        }
    }

    private static int version(Resource migration) {
        Matcher name = VERSION.matcher(String.valueOf(migration.getFilename()));
        if (!name.lookingAt()) {
            throw new IllegalArgumentException("Expected a name like V1__what.sql, found " + migration);
        }
        return Integer.parseInt(name.group(1));
    }

    private static void apply(JdbcTemplate jdbc, DatabaseKind kind, String migration) {
        String script = REMARK.matcher(migration).replaceAll("");
        for (Map.Entry<String, String> type : kind.placeholders().entrySet()) {
            script = script.replace("${" + type.getKey() + "}", type.getValue());
        }
        for (String statement : script.split(";", -1)) {
            if (!statement.isBlank()) {
                jdbc.execute(statement);
            }
        }
    }
}
