package io.billingcenter.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A night costs the same however many nights there were before: it reads as many pages of tables and indexes after 400 days
 * as after 100, both of which fill the late window. Older traffic is archived.
 */
class LongHistoryTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 10, 28);
    private static final int WORKSPACES = 12;
    private static final int SHORT = 100;
    private static final int LONG = 400;

    /** Pages that a night may read more, in per cent: an index of more rows is a level higher. */
    private static final int MORE_PERCENT = 25;

    /** Pages of a table that do not matter. */
    private static final long FEW = 200;

    private static final String PAGES = """
            SELECT relname, heap_blks_read + heap_blks_hit + COALESCE(idx_blks_read, 0) + COALESCE(idx_blks_hit, 0)
            FROM pg_statio_user_tables""";

    private static final String OTHER_SESSIONS = """
            SELECT pid FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'""";

    @TempDir
    private Path folder;

    @Test
    void aNightAfterManyNightsReadsNoMorePages() throws IOException, SQLException {
        Workplace place = new Workplace(folder, Databases.POSTGRESQL.address(folder));
        night(place, FIRST);
        repeat(place, 1, SHORT);
        Map<String, Long> afterFew = pagesOfNight(place, FIRST.plusDays(1));
        repeat(place, SHORT + 1, LONG);
        Map<String, Long> afterMany = pagesOfNight(place, FIRST.plusDays(2));
        assertThat(afterMany)
                .allSatisfy((table, pages) -> assertThat(pages)
                        .as(
                                "pages of %s that a night reads after %d days; after %d days %s",
                                table, LONG, SHORT, afterFew)
                        .isLessThanOrEqualTo(FEW + afterFew.getOrDefault(table, 0L) * (100 + MORE_PERCENT) / 100));
    }

    /** Repeats the first night; then takes plans that do not depend on the size of such small tables. */
    private static void repeat(Workplace place, int first, int last) throws SQLException {
        try (Connection connection = DriverManager.getConnection(place.db());
                Statement statement = connection.createStatement()) {
            new LongHistory(connection, FIRST).repeat(first, last);
            statement.execute("ALTER DATABASE " + connection.getCatalog() + " SET enable_seqscan = off");
            statement.execute("VACUUM ANALYZE");
        }
    }

    private static Map<String, Long> pagesOfNight(Workplace place, LocalDate day) throws IOException, SQLException {
        Map<String, Long> before = pages(place);
        night(place, day);
        Map<String, Long> read = new TreeMap<>();
        pages(place).forEach((table, pages) -> read.put(table, pages - before.getOrDefault(table, 0L)));
        return read;
    }

    /** Counts the pages that all sessions have read; a session reports its last ones when it ends. */
    private static Map<String, Long> pages(Workplace place) throws SQLException {
        Map<String, Long> pages = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(place.db());
                Statement statement = connection.createStatement()) {
            while (hasRow(statement, OTHER_SESSIONS)) {
                statement.execute("SELECT pg_sleep(0.05)");
            }
            try (ResultSet found = statement.executeQuery(PAGES)) {
                while (found.next()) {
                    pages.put(found.getString(1), found.getLong(2));
                }
            }
        }
        return pages;
    }

    private static boolean hasRow(Statement statement, String query) throws SQLException {
        try (ResultSet found = statement.executeQuery(query)) {
            return found.next();
        }
    }

    private static void night(Workplace place, LocalDate day) throws IOException {
        Traffic traffic = new Traffic(day.toString());
        traffic.writeReference(place, WORKSPACES);
        for (int workspace = 0; workspace < WORKSPACES; workspace++) {
            traffic.writeFile(place, workspace, traffic.records(workspace, 30));
        }
        Workplace.Answer answer = place.billing("nightly", "--day", day.toString());
        assertThat(answer.status()).as(answer.text()).isIn(0, 2);
        assertThat(Files.exists(place.out().resolve(day + "/r1"))).isTrue();
    }
}
