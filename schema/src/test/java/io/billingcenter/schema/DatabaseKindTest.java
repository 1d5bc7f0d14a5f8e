package io.billingcenter.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hsqldb.HsqlException;
import org.hsqldb.error.Error;
import org.hsqldb.error.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The two databases are told apart by URL and by product name; settings of an operator are kept. */
class DatabaseKindTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(\\w+)}");

    @ParameterizedTest
    @CsvSource({
        "jdbc:hsqldb:file:work/db,HSQLDB",
        "jdbc:hsqldb:mem:x,HSQLDB",
        "jdbc:postgresql://host/billing,POSTGRESQL"
    })
    void theUrlNamesTheDatabase(String url, DatabaseKind kind) {
        assertThat(DatabaseKind.ofUrl(url)).contains(kind);
        assertThat(url).startsWith(kind.urlPrefix());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "jdbc:mysql://host/billing", "hsqldb:mem:x", "JDBC:HSQLDB:mem:x", "jdbc:postgres://host"})
    void anotherUrlNamesNone(String url) {
        assertThat(DatabaseKind.ofUrl(url)).isEmpty();
    }

    @Test
    void theConnectionIsRecognizedByItsProduct() throws SQLException {
        try (Connection connection = new DriverManagerDataSource("jdbc:hsqldb:mem:kind", "SA", "").getConnection()) {
            assertThat(DatabaseKind.of(connection)).isSameAs(DatabaseKind.HSQLDB);
        }
        assertThat(DatabaseKind.of(connectionTo("PostgreSQL"))).isSameAs(DatabaseKind.POSTGRESQL);
    }

    @Test
    void anUnknownProductIsRefusedByName() {
        assertThatThrownBy(() -> DatabaseKind.of(connectionTo("MariaDB")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Expected HSQLDB or PostgreSQL, found MariaDB");
    }

    @Test
    void theEmbeddedDatabaseWritesEveryCommitToDisk() {
        assertThat(DatabaseKind.HSQLDB.withSettings("jdbc:hsqldb:file:db"))
                .startsWith("jdbc:hsqldb:file:db;hsqldb.tx=mvcc;")
                .contains(";hsqldb.write_delay=false", ";hsqldb.default_table_type=cached", ";shutdown=true");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://h/b,jdbc:postgresql://h/b?reWriteBatchedInserts=true",
        "jdbc:postgresql://h/b?ssl=true,jdbc:postgresql://h/b?ssl=true&reWriteBatchedInserts=true",
        "jdbc:postgresql://h/b?reWriteBatchedInserts=false,jdbc:postgresql://h/b?reWriteBatchedInserts=false"
    })
    void aServerGetsBatchesUnlessTheUrlDecides(String url, String expected) {
        assertThat(DatabaseKind.POSTGRESQL.withSettings(url)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void settingsAreAddedOnce(DatabaseKind kind) {
        String once = kind.withSettings(kind.urlPrefix() + "x");
        assertThat(kind.withSettings(once)).isEqualTo(once);
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void everyPlaceholderOfTheMigrationsHasAValue(DatabaseKind kind) throws Exception {
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/V*.sql")) {
            Matcher used = PLACEHOLDER.matcher(file.getContentAsString(StandardCharsets.UTF_8));
            while (used.find()) {
                assertThat(kind.placeholders()).as(file.getFilename()).containsKey(used.group(1));
            }
        }
    }

    @Test
    void onlyAServerIsLockedByStatements() {
        assertThat(DatabaseKind.HSQLDB.runLock()).isEmpty();
        assertThat(DatabaseKind.POSTGRESQL.runLock()).hasValueSatisfying(lock -> {
            assertThat(lock.tryLock()).contains("pg_try_advisory_lock", "current_schema()");
            assertThat(lock.unlock()).contains("pg_advisory_unlock_all");
        });
        assertThat(DatabaseKind.HSQLDB.owner()).contains("SA");
        assertThat(DatabaseKind.POSTGRESQL.owner()).isEmpty();
    }

    @Test
    void theDriverThatThrewIsRecognized() {
        HsqlException thrown = Error.error(ErrorCode.X_08000);
        assertThat(DatabaseKind.HSQLDB.hasThrown(thrown)).isTrue();
        assertThat(DatabaseKind.POSTGRESQL.hasThrown(thrown)).isFalse();
        assertThat(DatabaseKind.HSQLDB.hasThrown(new SQLException("none of theirs")))
                .isFalse();
    }

    private static Connection connectionTo(String product) {
        DatabaseMetaData metaData = proxy(DatabaseMetaData.class, product);
        return proxy(Connection.class, metaData);
    }

    /** An object of which every method returns the value. */
    private static <T> T proxy(Class<T> type, Object value) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> value));
    }
}
