package io.billingcenter.domain.metering.plan;

import io.billingcenter.domain.metering.fold.Slice;
import io.billingcenter.domain.metering.plan.ReadingPlan.PlannedReading;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A workspace-day whose slices were partly read by an earlier attempt at a run. As long as its files and terms
 * are unchanged, the finished slices remain valid and only the others are read.
 *
 * @param reading number of the attempt at reading the workspace-day
 * @param inputDigest digest of its files and terms when it was listed, 64 hex digits
 * @param left slices still to be read; empty if all have been read and only their sum is missing
 */
public record StartedReading(WorkspaceDay workspaceDay, int reading, String inputDigest, List<Slice> left) {

    /** Copies the list of slices. */
    public StartedReading {
        left = List.copyOf(left);
    }

    /**
     * Returns the started readings whose slices are still valid: listed again with the same files and terms.
     *
     * @param tasks tasks listed now
     * @param readsAgain workspace-days that are read again although nothing indicates a change
     */
    public static List<StartedReading> standing(
            List<StartedReading> started, List<ListedTask> tasks, Predicate<WorkspaceDay> readsAgain) {
        Map<WorkspaceDay, ListedTask> listed =
                tasks.stream().collect(Collectors.toMap(ListedTask::workspaceDay, Function.identity()));
        return started.stream()
                .filter(day -> day.isOf(listed.get(day.workspaceDay())))
                .filter(day -> !readsAgain.test(day.workspaceDay()))
                .toList();
    }

    private boolean isOf(@Nullable ListedTask task) {
        return task != null && task.reading() == reading && task.inputDigest().equals(inputDigest);
    }

    /**
     * Returns the plan without the slices that have been read: a started workspace-day keeps its division into slices,
     * and only the remaining ones are planned.
     */
    public static List<PlannedReading> resume(List<StartedReading> standing, List<PlannedReading> plan) {
        Map<WorkspaceDay, StartedReading> started =
                standing.stream().collect(Collectors.toMap(StartedReading::workspaceDay, Function.identity()));
        List<PlannedReading> resumed = new ArrayList<>(plan.size());
        for (PlannedReading planned : plan) {
            StartedReading day = started.get(planned.task().workspaceDay());
            if (day == null) {
                resumed.add(planned);
                // The new plan may divide the day differently. The remaining slices replace all of its slices, once.
            } else if (planned.slice().isFirst()) {
                day.left().forEach(slice -> resumed.add(planned.withSlice(slice)));
            }
        }
        return resumed;
    }
}
