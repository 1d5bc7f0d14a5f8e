package io.billingcenter.domain.metering.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.metering.fold.Slice;
import io.billingcenter.domain.metering.plan.ReadingPlan.PlannedReading;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Verifies that an interrupted run reads only the missing slices of a workspace-day, and only if nothing has changed. */
class StartedReadingTest {

    private static final BillingDay DAY = BillingDay.parse("2026-11-21");

    private static WorkspaceDay day(String workspace) {
        return new WorkspaceDay(new WorkspaceId(workspace), DAY);
    }

    private static ListedTask task(String workspace, int reading, String digest) {
        return new ListedTask(day(workspace), reading, digest, List.of());
    }

    private static List<Slice> slices(int count, int... indexes) {
        return IntStream.of(indexes).mapToObj(index -> new Slice(index, count)).toList();
    }

    @ParameterizedTest
    @CsvSource({
        // listed workspace, its reading, its digest, read again, still valid
        "w, 2, d, false, true",
        "w, 3, d, false, false",
        "w, 2, e, false, false",
        "v, 2, d, false, false",
        "w, 2, d, true, false"
    })
    void slicesStayValidWhileFilesAndTermsAreTheSame(
            String workspace, int reading, String digest, boolean again, boolean valid) {
        StartedReading started = new StartedReading(day("w"), 2, "d", slices(4, 3));
        List<StartedReading> standing =
                StartedReading.standing(List.of(started), List.of(task(workspace, reading, digest)), listed -> again);
        assertThat(standing).isEqualTo(valid ? List.of(started) : List.of());
    }

    @Test
    void onlyMissingSlicesAreReadInTheirOldDivision() {
        List<PlannedReading> plan = new ArrayList<>();
        // Memory has changed: a day cut into four is now planned in two.
        for (Slice slice : slices(2, 0, 1)) {
            plan.add(new PlannedReading(task("sliced", 1, "d"), slice, 0, 100, 1));
        }
        plan.add(new PlannedReading(task("complete", 1, "d"), Slice.WHOLE, 1, 100, 1));
        plan.add(new PlannedReading(task("new", 1, "d"), Slice.WHOLE, 1, 100, 1));
        List<StartedReading> standing = List.of(
                new StartedReading(day("sliced"), 1, "d", slices(4, 1, 3)),
                new StartedReading(day("complete"), 1, "d", List.of()));
        List<PlannedReading> resumed = StartedReading.resume(standing, plan);
        assertThat(resumed)
                .extracting(planned -> planned.task().workspaceDay().workspace() + " "
                        + planned.slice().index() + "/" + planned.slice().count())
                .containsExactly("sliced 1/4", "sliced 3/4", "new 0/1");
        assertThat(resumed).allMatch(planned -> planned.tableBytes() == 100);
    }

    @Test
    void withoutStartedReadingsThePlanIsUnchanged() {
        List<PlannedReading> plan = List.of(new PlannedReading(task("w", 1, "d"), Slice.WHOLE, 0, 1, 1));
        assertThat(StartedReading.resume(List.of(), plan)).isEqualTo(plan);
        assertThat(StartedReading.standing(
                        List.of(), List.of(task("w", 1, "d")), day -> Set.of().contains(day)))
                .isEmpty();
    }
}
