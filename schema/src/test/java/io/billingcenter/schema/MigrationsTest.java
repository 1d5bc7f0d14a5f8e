package io.billingcenter.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;

/** The embedded database commits every statement by itself, so a start may leave half a migration behind. */
class MigrationsTest {

    @Test
    void aViewIsCreatedOrStaysAsItIs() {
        assertThat(DatabaseKind.HSQLDB.placeholders()).containsEntry("create_view", "CREATE VIEW IF NOT EXISTS");
        assertThat(DatabaseKind.POSTGRESQL.placeholders()).containsEntry("create_view", "CREATE OR REPLACE VIEW");
    }

    @Test
    void everyMigrationCanBeCarriedOutAgainFromItsTop() throws IOException {
        for (Resource migration :
                new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/V*.sql")) {
            List<String> statements = migration
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.matches("(CREATE|ALTER|DROP|\\$\\{).*"))
                    .toList();
            assertThat(statements)
                    .as(migration.getFilename())
                    .isNotEmpty()
                    .allMatch(line -> line.contains(" IF NOT EXISTS ")
                            || line.matches("DROP (TABLE|INDEX) IF EXISTS .*")
                            // The same type once more changes nothing.
                            || line.matches("ALTER TABLE \\w+ ALTER COLUMN \\w+ SET DATA TYPE .*")
                            // aConstraintIsDroppedAgain
                            || line.equals("ALTER TABLE invoice ${known_invoice_once};")
                            || line.equals("ALTER TABLE invoice DROP CONSTRAINT ${if_exists}invoice_once;")
                            || line.startsWith("${create_view} "));
        }
    }

    @Test
    void aConstraintIsDroppedAgain() throws IOException {
        Map<String, String> values = DatabaseKind.HSQLDB.placeholders();
        JdbcTemplate jdbc = MigratedDatabase.create();
        for (int time = 1; time <= 2; time++) {
            jdbc.execute("ALTER TABLE invoice " + values.get("known_invoice_once"));
            jdbc.execute("ALTER TABLE invoice DROP CONSTRAINT " + values.get("if_exists") + "invoice_once");
        }
        assertThat(DatabaseKind.POSTGRESQL.placeholders()).containsEntry("if_exists", "IF EXISTS ");
    }
}
