package io.billingcenter.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** The classes of this module declare the tables that the migrations make: all of them, column by column. */
class DeclarationsTest {

    /** Tables of Spring Batch, which reads and writes them itself. */
    private static final String OF_SPRING_BATCH = "batch_";

    /** An upgrade writes these rows itself, before it has the tables of this version. */
    private static final String OF_UPGRADES = "schema_upgrade";

    @Test
    void everyTableIsDeclaredWithItsColumnsInTheirOrder() throws Exception {
        Map<String, List<String>> declared = new TreeMap<>();
        for (Class<?> declaration : declarations()) {
            Table table = table(declaration);
            assertThat(declared).as("declarations of %s", table).doesNotContainKey(table.name());
            declared.put(
                    table.name(), table.columns().stream().map(Column::name).toList());
        }
        Map<String, List<String>> migrated = migrated();
        migrated.keySet().removeIf(name -> name.startsWith(OF_SPRING_BATCH) || name.equals(OF_UPGRADES));
        // In their order: tables that are sealed as a whole are digested with all columns as the database has them.
        assertThat(declared).isEqualTo(migrated);
    }

    @Test
    void columnsAreNamedLikeTheirConstants() throws Exception {
        for (Class<?> declaration : declarations()) {
            Table table = table(declaration);
            for (Field field : declaration.getFields()) {
                if (Modifier.isStatic(field.getModifiers()) && field.getType() == Column.class) {
                    Column<?> column = (Column<?>) field.get(null);
                    assertThat(column.table()).isSameAs(table);
                    assertThat(field.getName()).isEqualTo(column.name().toUpperCase(Locale.ROOT));
                }
            }
        }
    }

    @Test
    void digestsAreMadeOfColumnsOfTheTable() throws Exception {
        for (Class<?> declaration : declarations()) {
            Table table = table(declaration);
            assertThat(table.columns()).containsAll(table.digested());
            assertThat(table.digested()).doesNotHaveDuplicates();
        }
    }

    private static Map<String, List<String>> migrated() throws IOException {
        JdbcTemplate jdbc = MigratedDatabase.create();
        Map<String, List<String>> tables = new TreeMap<>();
        jdbc.query(
                "SELECT LOWER(table_name), LOWER(column_name) FROM information_schema.columns"
                        + " WHERE table_schema = 'PUBLIC' ORDER BY table_name, ordinal_position",
                row -> {
                    tables.computeIfAbsent(row.getString(1), name -> new ArrayList<>())
                            .add(row.getString(2));
                });
        return tables;
    }

    private static Table table(Class<?> declaration) throws ReflectiveOperationException {
        return (Table) declaration.getField("TABLE").get(null);
    }

    private static List<Class<?>> declarations() throws IOException, ClassNotFoundException {
        List<Class<?>> declarations = new ArrayList<>();
        CachingMetadataReaderFactory classes = new CachingMetadataReaderFactory();
        for (Resource file : new PathMatchingResourcePatternResolver()
                .getResources("classpath*:io/billingcenter/schema/*/*Table.class")) {
            declarations.add(Class.forName(
                    classes.getMetadataReader(file).getClassMetadata().getClassName()));
        }
        assertThat(declarations).hasSizeGreaterThan(60);
        return declarations;
    }
}
