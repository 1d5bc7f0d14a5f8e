package io.billingcenter.writers.tables.metering;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.metering.fold.FileTotals;
import io.billingcenter.domain.metering.fold.MeteredDay;
import io.billingcenter.domain.metering.fold.Slice;
import io.billingcenter.domain.metering.plan.ListedTask;
import io.billingcenter.domain.metering.plan.ListedTask.ListedFile;
import io.billingcenter.domain.metering.plan.MeteredReading;
import io.billingcenter.domain.metering.plan.MeteringTask;
import io.billingcenter.domain.metering.plan.MeteringTask.Revision;
import io.billingcenter.domain.metering.plan.ReadingPlan.PlannedReading;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.Measure;
import io.billingcenter.domain.usage.MeasureTier;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Workspace-days of one file {@code a.csv} with ten records, of which some messages are sent; rows as text. */
final class Readings {

    private static final ListedFile FILE = new ListedFile("a.csv", 1, Instant.EPOCH);

    private final JdbcTemplate jdbc;

    Readings(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Lists the workspace-day to be read in so many slices. */
    void list(String workspaceDay, int reading, int slices) {
        ListedTask task = new ListedTask(day(workspaceDay), reading, "d" + reading, List.of(FILE));
        new MeteringTaskTables(jdbc)
                .insert(IntStream.range(0, slices)
                        .mapToObj(index -> new PlannedReading(task, new Slice(index, slices), 0, 1 << 20, 1))
                        .toList());
    }

    /** What reading it gave, whatever it was listed for. */
    MeteredReading read(String workspaceDay, int reading, Slice slice, int messages) {
        WorkspaceDay day = day(workspaceDay);
        MeteringTask task = new MeteringTask(
                day,
                reading,
                "d" + reading,
                List.of(FILE.name()),
                slice,
                MeteringTask.Resources.NONE,
                lastRevision(day),
                hasFiles(day, reading) ? List.of() : List.of(FILE));
        TreeMap<MeasureTier, BigInteger> measures = new TreeMap<>();
        if (messages > 0) {
            measures.put(new MeasureTier(Measure.SMS_SENT, 0), BigInteger.valueOf(messages));
        }
        FileTotals file = new FileTotals("a.csv", false, 10, messages, 7 - messages, 2, 1);
        String hash = "%032x".formatted(messages);
        return new MeteredReading(task, new MeteredDay(day, List.of(file), measures, hash), false);
    }

    /** The rows of the query, columns joined, in the order of the query. */
    List<String> rows(String query) {
        return jdbc.queryForList(query).stream()
                .map(row -> String.join(
                        "|", row.values().stream().map(String::valueOf).toList()))
                .toList();
    }

    private boolean hasFiles(WorkspaceDay day, int reading) {
        return !jdbc.queryForList(
                        "SELECT name FROM traffic_file WHERE workspace_id = ? AND billing_day = ? AND reading = ?",
                        day.workspace().value(),
                        day.day().date(),
                        reading)
                .isEmpty();
    }

    private @Nullable Revision lastRevision(WorkspaceDay day) {
        List<Map<String, Object>> rows = jdbc.queryForList(
                "SELECT revision, content_digest FROM metered_day WHERE workspace_id = ? AND billing_day = ?"
                        + " AND is_current = TRUE",
                day.workspace().value(),
                day.day().date());
        return rows.isEmpty()
                ? null
                : new Revision((Integer) rows.get(0).get("revision"), (String)
                        rows.get(0).get("content_digest"));
    }

    /** From text like {@code ws-1/2026-11-21}. */
    private static WorkspaceDay day(String text) {
        int slash = text.indexOf('/');
        return new WorkspaceDay(new WorkspaceId(text.substring(0, slash)), BillingDay.parse(text.substring(slash + 1)));
    }
}
