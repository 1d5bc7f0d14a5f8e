package io.billingcenter.writers.tables.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.metering.fold.Slice;
import io.billingcenter.schema.MigratedDatabase;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.jdbc.core.JdbcTemplate;

/** Slices are kept until the day is joined; then nothing of them is left. */
class SliceWriterTest {

    private static final String DAY = "ws-1/2026-11-21";
    private static final String OTHER = "ws-1/2026-11-22";
    private static final List<String> SLICE_TABLES = List.of("sliced_day", "slice_file", "slice_measure");

    private JdbcTemplate jdbc;
    private Readings readings;

    @BeforeEach
    void emptyDatabase() throws IOException {
        jdbc = MigratedDatabase.create();
        readings = new Readings(jdbc);
    }

    @Test
    void keepsASliceAndItsTaskGoesAlone() {
        readings.list(DAY, 1, 3);
        readings.list(OTHER, 1, 3);
        storeSlice(DAY, 1, 3, 2);
        assertThat(readings.rows("SELECT billing_day, slice FROM metering_task ORDER BY 1, 2"))
                .containsExactly("2026-11-21|0", "2026-11-21|2", "2026-11-22|0", "2026-11-22|1", "2026-11-22|2");
        assertThat(readings.rows("SELECT slice, name, record_hash, unreadable, records, accepted, duplicates,"
                        + " conflicts, quarantined FROM slice_file"))
                .containsExactly("1|a.csv|" + "0".repeat(31) + "2|false|10|2|5|2|1");
        assertThat(readings.rows("SELECT slice, measure, retention_days, quantity FROM slice_measure"))
                .containsExactly("1|sms_sent|0|2");
        assertThat(readings.rows("SELECT * FROM day_reading")).isEmpty();
        assertThat(readings.rows("SELECT * FROM metered_day")).isEmpty();
        assertThat(readings.rows("SELECT billing_day FROM sliced_day ORDER BY 1"))
                .containsExactly("2026-11-21", "2026-11-22");
    }

    @Test
    void leavesWholeDaysToTheOtherWriter() {
        readings.list(DAY, 1, 2);
        readings.list(OTHER, 1, 1);
        writer().write(Chunk.of(
                readings.read(DAY, 1, new Slice(0, 2), 1),
                readings.read(OTHER, 1, Slice.WHOLE, 3),
                readings.read(DAY, 1, new Slice(1, 2), 2)));
        assertThat(readings.rows("SELECT * FROM metering_task")).isEmpty();
        assertThat(readings.rows("SELECT billing_day, slice, quantity FROM slice_measure ORDER BY 1, 2"))
                .containsExactly("2026-11-21|0|1", "2026-11-21|1|2");
        assertThat(readings.rows("SELECT billing_day, revision FROM day_reading"))
                .containsExactly("2026-11-22|1");
        assertThat(readings.rows("SELECT billing_day, quantity FROM measure")).containsExactly("2026-11-22|3");
    }

    @Test
    void keepsASliceWithoutMeasures() {
        readings.list(DAY, 1, 2);
        storeSlice(DAY, 1, 2, 0);
        assertThat(readings.rows("SELECT slice, accepted FROM slice_file")).containsExactly("1|0");
        assertThat(readings.rows("SELECT * FROM slice_measure")).isEmpty();
    }

    @Test
    void nothingOfTheSlicesIsLeftOfAJoinedDay() {
        for (String day : List.of(DAY, OTHER)) {
            readings.list(day, 1, 2);
            storeSlice(day, 0, 2, 1);
            storeSlice(day, 1, 2, 2);
        }
        join(1, 1, 3);
        for (String table : SLICE_TABLES) {
            assertThat(readings.rows("SELECT DISTINCT billing_day FROM " + table))
                    .as(table)
                    .containsExactly("2026-11-22");
        }
        assertThat(readings.rows("SELECT billing_day, reading, revision, is_current FROM day_reading"))
                .containsExactly("2026-11-21|1|1|true");
        assertThat(readings.rows("SELECT billing_day, revision, quantity FROM measure"))
                .containsExactly("2026-11-21|1|3");
    }

    @Test
    void joinedAgainTheSameContentMakesNoNewRevisionAndAnotherOneDoes() {
        int[] messages = {3, 3, 4};
        for (int reading = 1; reading <= messages.length; reading++) {
            readings.list(DAY, reading, 2);
            storeSlice(DAY, 0, 2, 1);
            storeSlice(DAY, 1, 2, 2);
            join(reading, reading, messages[reading - 1]);
        }
        assertThat(readings.rows("SELECT reading, revision, is_current FROM day_reading ORDER BY reading"))
                .containsExactly("1|1|false", "2|1|false", "3|2|true");
        assertThat(readings.rows("SELECT revision, is_current, run_id FROM metered_day ORDER BY revision"))
                .containsExactly("1|false|1", "2|true|3");
        for (String table : SLICE_TABLES) {
            assertThat(readings.rows("SELECT * FROM " + table)).as(table).isEmpty();
        }
    }

    private void storeSlice(String day, int index, int count, int messages) {
        writer().write(Chunk.of(readings.read(day, 1, new Slice(index, count), messages)));
    }

    private void join(long run, int reading, int messages) {
        new SlicedDayWriter(jdbc, new MeteredDayWriter(jdbc, run), run)
                .write(Chunk.of(readings.read(DAY, reading, Slice.WHOLE, messages)));
    }

    private SliceWriter writer() {
        return new SliceWriter(jdbc, new MeteredDayWriter(jdbc, 1));
    }
}
