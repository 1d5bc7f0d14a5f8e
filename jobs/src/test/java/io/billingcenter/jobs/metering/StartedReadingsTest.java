package io.billingcenter.jobs.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.metering.fold.FileTotals;
import io.billingcenter.domain.metering.fold.MeteredDay;
import io.billingcenter.domain.metering.fold.Slice;
import io.billingcenter.domain.metering.plan.ListedTask;
import io.billingcenter.domain.metering.plan.MeteredReading;
import io.billingcenter.domain.metering.plan.MeteringTask;
import io.billingcenter.domain.metering.plan.ReadingPlan;
import io.billingcenter.domain.metering.plan.ReadingPlan.PlannedReading;
import io.billingcenter.domain.metering.plan.StartedReading;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.RecordPlace;
import io.billingcenter.domain.usage.Rejection;
import io.billingcenter.domain.usage.RejectionReason;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.readers.tables.metering.StartedReadings;
import io.billingcenter.schema.MigratedDatabase;
import io.billingcenter.writers.tables.metering.MeteredDayWriter;
import io.billingcenter.writers.tables.metering.MeteringTaskTables;
import io.billingcenter.writers.tables.metering.QuarantineWriter;
import io.billingcenter.writers.tables.metering.SliceWriter;
import io.billingcenter.writers.tables.metering.SlicedDayWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.jdbc.core.JdbcTemplate;

/** Slices that an earlier attempt read stand as long as files and terms are the same; under others nothing of them is left. */
class StartedReadingsTest {

    private static final WorkspaceDay LARGE = new WorkspaceDay(new WorkspaceId("ws-1"), BillingDay.parse("2026-11-21"));
    private static final WorkspaceDay SMALL = new WorkspaceDay(new WorkspaceId("ws-2"), BillingDay.parse("2026-11-21"));

    private JdbcTemplate jdbc;

    @BeforeEach
    void oneOfThreeSlicesIsRead() throws IOException {
        jdbc = MigratedDatabase.create();
        list("digest", false);
        read(new Slice(1, 3));
        assertThat(left()).containsExactly("ws-1 0/3", "ws-1 2/3", "ws-2 0/1");
    }

    @Test
    void whatIsLeftIsReadAndAllOfItIsCountedOnce() {
        list("digest", false);
        assertThat(left()).containsExactly("ws-1 0/3", "ws-1 2/3", "ws-2 0/1");
        assertThat(jdbc.queryForList("SELECT slice FROM slice_file", Integer.class))
                .containsExactly(1);
        assertThat(totals()).isEmpty();
        read(new Slice(0, 3));
        read(new Slice(2, 3));
        list("digest", false);
        assertThat(left()).containsExactly("ws-2 0/1");
        new SlicedDayWriter(jdbc, new MeteredDayWriter(jdbc, 7), 7)
                .write(Chunk.of(new MeteredReading(task(Slice.WHOLE), day(), false)));
        assertThat(totals()).containsExactly("ws-1 0/3", "ws-1 1/3", "ws-1 2/3");
        for (String table : List.of("sliced_day", "slice_file", "slice_measure", "slice_total")) {
            assertThat(jdbc.queryForList("SELECT * FROM " + table)).as(table).isEmpty();
        }
    }

    @Test
    void underOtherTermsNothingIsLeft() {
        list("other", false);
        assertThat(left()).containsExactly("ws-1 0/3", "ws-1 1/3", "ws-1 2/3", "ws-2 0/1");
        for (String table : List.of("slice_file", "slice_measure", "slice_total", "quarantined_record")) {
            assertThat(jdbc.queryForList("SELECT * FROM " + table)).as(table).isEmpty();
        }
        read(new Slice(1, 3));
        assertThat(jdbc.queryForList("SELECT input_digest FROM sliced_day", String.class))
                .containsExactly("other");
    }

    @Test
    void aDayThatIsReadAgainBeginsAnew() {
        list("digest", true);
        assertThat(left()).containsExactly("ws-1 0/3", "ws-1 1/3", "ws-1 2/3", "ws-2 0/1");
    }

    private void list(String digest, boolean readsAgain) {
        List<ListedTask> tasks = List.of(listed(LARGE, digest, 30_000), listed(SMALL, digest, 1));
        List<PlannedReading> plan = new ReadingPlan(1, 10_000).of(tasks);
        List<StartedReading> standing =
                StartedReading.standing(new StartedReadings(jdbc).all(), tasks, workspaceDay -> readsAgain);
        Set<WorkspaceDay> days =
                standing.stream().map(StartedReading::workspaceDay).collect(Collectors.toSet());
        MeteringTaskTables tables = new MeteringTaskTables(jdbc);
        tables.clear(days);
        tables.insert(StartedReading.resume(standing, plan), days);
    }

    private void read(Slice slice) {
        MeteringTask task = task(slice);
        QuarantineWriter quarantine = new QuarantineWriter(jdbc, task, slice, 7);
        quarantine.accept(new Rejection(
                new RecordPlace("a.csv", slice.index() + 2, slice.index()),
                RejectionReason.BAD_TIME,
                "no time",
                "x".getBytes(StandardCharsets.UTF_8)));
        quarantine.finish();
        new SliceWriter(jdbc, new MeteredDayWriter(jdbc, 7)).write(Chunk.of(new MeteredReading(task, day(), false)));
    }

    private static MeteringTask task(Slice slice) {
        return new MeteringTask(LARGE, 1, "digest", List.of("a.csv"), slice, MeteringTask.Resources.NONE, null);
    }

    private static MeteredDay day() {
        return new MeteredDay(
                LARGE, List.of(new FileTotals("a.csv", false, 1, 0, 0, 0, 1)), new TreeMap<>(), "0".repeat(32));
    }

    private static ListedTask listed(WorkspaceDay day, String digest, long bytes) {
        return new ListedTask(day, 1, digest, List.of(new ListedTask.ListedFile("a.csv", bytes, Instant.EPOCH)));
    }

    private List<String> left() {
        return jdbc.queryForList(
                "SELECT workspace_id || ' ' || slice || '/' || slices FROM metering_task ORDER BY workspace_id, slice",
                String.class);
    }

    private List<String> totals() {
        return jdbc.queryForList(
                "SELECT workspace_id || ' ' || subject FROM control_total WHERE stage = 'quarantined' ORDER BY subject",
                String.class);
    }
}
