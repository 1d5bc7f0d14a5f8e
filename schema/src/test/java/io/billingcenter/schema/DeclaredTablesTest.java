package io.billingcenter.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.schema.digest.StateTables;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every declared table has the columns that the migrations create, and its statements are valid. */
class DeclaredTablesTest {

    private static final String CLASSES = "classpath*:io/billingcenter/schema/**/*Table.class";

    private static JdbcTemplate jdbc;

    @BeforeAll
    static void migrate() throws IOException {
        jdbc = MigratedDatabase.create();
    }

    static List<Class<?>> declarations() throws IOException, ReflectiveOperationException {
        List<Class<?>> declarations = new ArrayList<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources(CLASSES)) {
            String path = file.getURL().getPath();
            String name = path.substring(path.indexOf("io/billingcenter/"), path.length() - ".class".length());
            Class<?> type = Class.forName(name.replace('/', '.'));
            if (Arrays.stream(type.getDeclaredFields())
                    .anyMatch(field -> field.getName().equals("TABLE"))) {
                declarations.add(type);
            }
        }
        return declarations;
    }

    static Stream<Table> tables() throws IOException, ReflectiveOperationException {
        List<Table> tables = new ArrayList<>();
        for (Class<?> declaration : declarations()) {
            tables.add((Table) declaration.getField("TABLE").get(null));
        }
        return tables.stream();
    }

    /** Rows of a table that no run seals could be changed without being noticed. */
    @Test
    void everyTableOfReferenceDataIsSealed() throws IOException, ReflectiveOperationException {
        List<Table> reference = new ArrayList<>();
        for (Class<?> declaration : declarations()) {
            if (declaration.getPackageName().equals("io.billingcenter.schema.reference")) {
                reference.add((Table) declaration.getField("TABLE").get(null));
            }
        }
        assertThat(reference).hasSizeGreaterThan(10);
        assertThat(StateTables.ALL).containsAll(reference);
    }

    @Test
    void everyTableIsDeclaredWithItsColumnsInTheirOrder() throws IOException, ReflectiveOperationException {
        Map<String, List<String>> migrated = new TreeMap<>();
        jdbc.query(
                "SELECT LOWER(table_name), LOWER(column_name) FROM information_schema.columns"
                        + " WHERE table_schema = 'PUBLIC' ORDER BY table_name, ordinal_position",
                row -> {
                    migrated.computeIfAbsent(row.getString(1), name -> new ArrayList<>())
                            .add(row.getString(2));
                });
        // Spring Batch has its own statements, and an upgrade runs before the tables of this version are there.
        migrated.keySet().removeIf(name -> name.startsWith("batch_") || name.equals("schema_upgrade"));
        Map<String, List<String>> declared = new TreeMap<>();
        tables().forEach(table -> declared.put(
                table.name(), table.columns().stream().map(Column::name).toList()));
        // In their order: tables that are sealed as a whole are digested with all columns as the database has them.
        assertThat(declared).isEqualTo(migrated);
    }

    @Test
    void columnsAreNamedLikeTheirConstants() throws IOException, ReflectiveOperationException {
        for (Class<?> declaration : declarations()) {
            for (Field field : declaration.getFields()) {
                if (Modifier.isStatic(field.getModifiers()) && field.getType() == Column.class) {
                    Column<?> column = (Column<?>) field.get(null);
                    assertThat(column.table())
                            .isSameAs(declaration.getField("TABLE").get(null));
                    assertThat(field.getName()).isEqualTo(column.name().toUpperCase(Locale.ROOT));
                }
            }
        }
    }

    @Test
    void theViewsAreThoseOfTheTexts() {
        assertThat(jdbc.query(
                        "SELECT LOWER(table_name) FROM information_schema.views WHERE table_schema = 'PUBLIC'",
                        (row, number) -> row.getString(1)))
                .containsExactlyInAnyOrderElementsOf(FactRows.VIEWS);
    }

    @Test
    void noTwoClassesDeclareTheSameTable() throws IOException, ReflectiveOperationException {
        assertThat(tables().map(Table::name)).hasSizeGreaterThan(15).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void theColumnsAreThoseOfTheMigrations(Table table) {
        List<String> migrated = jdbc.query(
                "SELECT column_name FROM information_schema.columns WHERE table_name = ?",
                (row, number) -> row.getString(1).toLowerCase(Locale.ROOT),
                table.name().toUpperCase(Locale.ROOT));
        assertThat(table.columns())
                .extracting(Column::name)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(migrated);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void digestsAreMadeOfColumnsOfTheTable(Table table) {
        assertThat(table.columns()).containsAll(table.digested());
        assertThat(table.digested()).doesNotHaveDuplicates().allMatch(column -> column.table() == table);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void theSelectIsValidAndFindsNothingInAnEmptyDatabase(Table table) {
        assertThat(jdbc.queryForList(table.select())).isEmpty();
        if (FactRows.VIEWS.contains(table.name())) {
            return;
        }
        assertThat(jdbc.update(
                        table.delete(table.columns()),
                        new Object[table.columns().size()]))
                .isZero();
    }
}
