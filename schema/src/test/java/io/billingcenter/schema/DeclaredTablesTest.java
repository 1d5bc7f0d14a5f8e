package io.billingcenter.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    static Stream<Table> tables() throws IOException, ReflectiveOperationException {
        List<Table> tables = new ArrayList<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources(CLASSES)) {
            String path = file.getURL().getPath();
            String name = path.substring(path.indexOf("io/billingcenter/"), path.length() - ".class".length());
            Class<?> type = Class.forName(name.replace('/', '.'));
            if (Arrays.stream(type.getDeclaredFields())
                    .anyMatch(field -> field.getName().equals("TABLE"))) {
                tables.add((Table) type.getField("TABLE").get(null));
            }
        }
        return tables.stream();
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
        assertThat(jdbc.update(
                        table.delete(table.columns()),
                        new Object[table.columns().size()]))
                .isZero();
    }

    /** Stored digests depend on these lists: a release that changes one can no longer verify what an earlier one wrote. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "day_reading | input_digest revision files unreadable_files records accepted duplicates conflicts"
                        + " quarantined over_limit",
                "traffic_file | name unreadable records accepted duplicates conflicts quarantined",
                "metered_day | revision content_digest record_hash",
                "quarantined_record | file line byte_offset reason detail raw",
                "rated_day | revision terms_digest outcome account_id settlement",
                "usage | meter retention_days quantity",
                "charge | meter retention_days quantity list_price unit_price price_version currency exact_amount amount",
                "day_hold | reason meter retention_days quantity detail",
                "posting | posting_id posted_day account_id settlement workspace_id meter retention_days kind ordinal"
                        + " quantity unit_price price_version amount",
                "raised_alert | meter threshold amount currency"
            })
    void digestsOfAReleasedTableKeepTheirColumnsAndOrder(String name, String columns)
            throws IOException, ReflectiveOperationException {
        Table table = tables().filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        assertThat(table.digested()).extracting(Column::name).containsExactly(columns.split(" "));
    }
}
