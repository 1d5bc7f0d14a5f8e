package io.billingcenter.writers.tables.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.metering.fold.MeteredDay;
import io.billingcenter.domain.metering.fold.Slice;
import io.billingcenter.domain.metering.plan.MeteredReading;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.schema.MigratedDatabase;
import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.jdbc.core.JdbcTemplate;

/** Readings are all kept, revisions are made when the content changes; what is shown is reading, revision, current, run. */
class MeteredDayWriterTest {

    private static final String DAY = "ws-1/2026-11-21";
    private static final String READINGS =
            "SELECT reading, revision, is_current, run_id FROM day_reading WHERE workspace_id = 'ws-1'"
                    + " AND billing_day = DATE '2026-11-21' ORDER BY reading";
    private static final String REVISIONS =
            "SELECT revision, is_current, run_id FROM metered_day WHERE workspace_id = 'ws-1'"
                    + " AND billing_day = DATE '2026-11-21' ORDER BY revision";
    private static final String MEASURES = "SELECT revision, measure, retention_days, quantity FROM measure"
            + " WHERE workspace_id = 'ws-1' AND billing_day = DATE '2026-11-21' ORDER BY revision";

    private JdbcTemplate jdbc;
    private Readings readings;

    @BeforeEach
    void emptyDatabase() throws IOException {
        jdbc = MigratedDatabase.create();
        readings = new Readings(jdbc);
    }

    @Test
    void aFirstReadingMakesTheFirstRevision() {
        store(1, DAY, 1, 3);
        assertThat(readings.rows(READINGS)).containsExactly("1|1|true|1");
        assertThat(readings.rows(REVISIONS)).containsExactly("1|true|1");
        assertThat(readings.rows(MEASURES)).containsExactly("1|sms_sent|0|3");
        assertThat(readings.rows("SELECT * FROM metering_task")).isEmpty();
        assertThat(readings.rows("SELECT input_digest, files, unreadable_files, records, accepted, duplicates,"
                        + " conflicts, quarantined, over_limit FROM day_reading"))
                .containsExactly("d1|1|0|10|3|4|2|1|false");
        assertThat(readings.rows("SELECT reading, name, unreadable, records, accepted, duplicates, conflicts,"
                        + " quarantined FROM traffic_file"))
                .containsExactly("1|a.csv|false|10|3|4|2|1");
    }

    @Test
    void theSameContentMakesNoNewRevision() {
        store(1, DAY, 1, 3);
        store(2, DAY, 2, 3);
        assertThat(readings.rows(READINGS)).containsExactly("1|1|false|1", "2|1|true|2");
        assertThat(readings.rows(REVISIONS)).containsExactly("1|true|1");
        assertThat(readings.rows(MEASURES)).containsExactly("1|sms_sent|0|3");
        assertThat(readings.rows("SELECT * FROM metering_task")).isEmpty();
    }

    @Test
    void anotherContentMakesANewRevisionAndKeepsTheOldOne() {
        store(1, DAY, 1, 3);
        store(2, DAY, 2, 4);
        assertThat(readings.rows(READINGS)).containsExactly("1|1|false|1", "2|2|true|2");
        assertThat(readings.rows(REVISIONS)).containsExactly("1|false|1", "2|true|2");
        assertThat(readings.rows(MEASURES)).containsExactly("1|sms_sent|0|3", "2|sms_sent|0|4");
    }

    @Test
    void theContentOfAnOlderRevisionMakesANewOne() {
        store(1, DAY, 1, 3);
        store(2, DAY, 2, 4);
        store(3, DAY, 3, 3);
        assertThat(readings.rows(READINGS)).containsExactly("1|1|false|1", "2|2|false|2", "3|3|true|3");
        assertThat(readings.rows(REVISIONS)).containsExactly("1|false|1", "2|false|2", "3|true|3");
    }

    @Test
    void aDayWhoseFilesWereWithdrawnIsARevisionOfNothing() {
        store(1, DAY, 1, 3);
        MeteredReading before = readings.read(DAY, 2, Slice.WHOLE, 0);
        WorkspaceDay day = before.task().workspaceDay();
        MeteredDay nothing = new MeteredDay(day, List.of(), new TreeMap<>(), "0".repeat(32));
        new MeteredDayWriter(jdbc, 2).write(Chunk.of(new MeteredReading(before.task(), nothing, false)));
        assertThat(readings.rows(READINGS)).containsExactly("1|1|false|1", "2|2|true|2");
        assertThat(readings.rows(MEASURES)).containsExactly("1|sms_sent|0|3");
    }

    @Test
    void aLateDayThatWasReadIsLateNoMore() {
        late("ws-1", "2026-11-20");
        late("ws-1", "2026-11-21");
        late("ws-2", "2026-11-21");
        store(1, DAY, 1, 3);
        assertThat(readings.rows("SELECT workspace_id, billing_day FROM late_day ORDER BY 1, 2"))
                .containsExactly("ws-1|2026-11-20", "ws-2|2026-11-21");
    }

    @Test
    void otherDaysStayAsTheyAre() {
        for (String other : List.of("ws-1/2026-11-20", "ws-2/2026-11-21")) {
            store(1, other, 1, 5);
            readings.list(other, 2, 1);
        }
        store(1, DAY, 1, 3);
        store(2, DAY, 2, 4);
        String others = " WHERE workspace_id <> 'ws-1' OR billing_day <> DATE '2026-11-21' ORDER BY 1, 2";
        assertThat(readings.rows("SELECT workspace_id, billing_day, reading, is_current FROM day_reading" + others))
                .containsExactly("ws-1|2026-11-20|1|true", "ws-2|2026-11-21|1|true");
        assertThat(readings.rows("SELECT workspace_id, billing_day, revision, is_current FROM metered_day" + others))
                .containsExactly("ws-1|2026-11-20|1|true", "ws-2|2026-11-21|1|true");
        assertThat(readings.rows("SELECT workspace_id, billing_day, reading FROM metering_task" + others))
                .containsExactly("ws-1|2026-11-20|2", "ws-2|2026-11-21|2");
        assertThat(readings.rows("SELECT workspace_id, billing_day, records FROM traffic_file WHERE reading = 2"
                        + " AND records IS NOT NULL"))
                .containsExactly("ws-1|2026-11-21|10");
    }

    @Test
    void firstAndLaterReadingsAreStoredTogether() {
        store(1, DAY, 1, 3);
        store(1, "ws-2/2026-11-21", 1, 3);
        new MeteredDayWriter(jdbc, 2)
                .write(Chunk.of(
                        readings.read(DAY, 2, Slice.WHOLE, 4),
                        readings.read("ws-2/2026-11-21", 2, Slice.WHOLE, 3),
                        readings.read("ws-3/2026-11-21", 1, Slice.WHOLE, 1)));
        assertThat(readings.rows("SELECT workspace_id, reading, revision FROM day_reading WHERE is_current = TRUE"
                        + " ORDER BY workspace_id"))
                .containsExactly("ws-1|2|2", "ws-2|2|1", "ws-3|1|1");
        assertThat(readings.rows("SELECT workspace_id, revision, run_id FROM metered_day WHERE is_current = TRUE"
                        + " ORDER BY workspace_id"))
                .containsExactly("ws-1|2|2", "ws-2|1|1", "ws-3|1|2");
    }

    private void store(long run, String day, int reading, int messages) {
        readings.list(day, reading, 1);
        new MeteredDayWriter(jdbc, run).write(Chunk.of(readings.read(day, reading, Slice.WHOLE, messages)));
    }

    private void late(String workspace, String day) {
        jdbc.update(
                "INSERT INTO late_day (workspace_id, billing_day, detail, run_id) VALUES (?, CAST(? AS DATE), '', 1)",
                workspace,
                day);
    }
}
