package io.billingcenter.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A night on PostgreSQL reads a table some times over, and not once for each of its rows: without statistics, and with those of
 * the night before, which know nothing of its day. The server collects none by itself here, as if it had no time to.
 */
class PlansTest {

    private static final int WORKSPACES = 600;
    private static final int RECORDS = 6;

    /** Queries of a night that read the same row; a plan that goes wrong reads it hundreds of times here, and more in practice. */
    private static final long MOST_READS = 60;

    private static EmbeddedPostgres server;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws Exception {
        server = EmbeddedPostgres.builder().setServerConfig("autovacuum", "off").start();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    /**
     * The rows that were written to a table, and how many rows were read in it or in its indexes, again and again.
     */
    private record Reads(String table, long rows, long read) {

        boolean hasRowsOfADay() {
            return rows >= WORKSPACES;
        }

        boolean isTooOften() {
            return hasRowsOfADay() && read > MOST_READS * rows;
        }
    }

    @Test
    void noNightReadsATableOnceForEachRow() throws Exception {
        Workplace place = new Workplace(folder, server.getJdbcUrl("postgres", "postgres"));
        JdbcTemplate jdbc = new JdbcTemplate(server.getPostgresDatabase());
        night(place, "2026-11-21");
        assertThat(readTooOften(jdbc)).isEmpty();
        jdbc.execute("ANALYZE");
        night(place, "2026-11-22");
        assertThat(jdbc.query(
                        "SELECT relname FROM pg_stat_user_tables WHERE autoanalyze_count > 0",
                        (row, number) -> row.getString(1)))
                .as("tables of which the server collected statistics by itself")
                .isEmpty();
        assertThat(readTooOften(jdbc)).isEmpty();
    }

    private static void night(Workplace place, String day) throws Exception {
        Traffic traffic = new Traffic(day);
        traffic.writeReference(place, WORKSPACES);
        for (int workspace = 0; workspace < WORKSPACES; workspace++) {
            traffic.writeFile(place, workspace, traffic.records(workspace, RECORDS));
        }
        Workplace.Answer night = place.billing("nightly", "--day", day);
        assertThat(night.status()).as(night.text()).isZero();
    }

    /** Returns the tables that were read too often since this was asked last. */
    private static List<Reads> readTooOften(JdbcTemplate jdbc) {
        List<Reads> reads = jdbc.query(
                """
                SELECT t.relname, t.n_tup_ins AS rows,
                  t.seq_tup_read + COALESCE((SELECT SUM(i.idx_tup_read) FROM pg_stat_user_indexes i
                    WHERE i.relid = t.relid), 0) AS read
                FROM pg_stat_user_tables t ORDER BY t.relname""", (row, number) -> new Reads(row.getString("relname"), row.getLong("rows"), row.getLong("read")));
        assertThat(reads.stream().filter(Reads::hasRowsOfADay).map(Reads::table))
                .contains("posting", "rated_day", "metered_day", "day_reading", "control_total");
        jdbc.queryForObject("SELECT CAST(pg_stat_reset() AS TEXT)", String.class);
        return reads.stream().filter(Reads::isTooOften).toList();
    }
}
