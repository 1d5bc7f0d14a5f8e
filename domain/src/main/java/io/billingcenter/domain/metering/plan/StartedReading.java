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
 * A workspace-day of which an earlier attempt at a run has read some slices, but not all of them. As long as its files and
 * terms are the same, what was read stands, and only the slices that are left are read.
 *
 * @param reading number of the attempt at reading the workspace-day
 * @param inputDigest what its files and terms were when it was listed; 64 hex digits
 * @param left slices that are still to be read; none when all are there and are only to be added up
 */
public record StartedReading(WorkspaceDay workspaceDay, int reading, String inputDigest, List<Slice> left) {

    /** Keeps a copy of the slices. */
    public StartedReading {
        left = List.copyOf(left);
    }

    /**
     * The begun readings whose slices still stand: listed again with the same files and terms.
     *
     * @param tasks what is listed now
     * @param readsAgain workspace-days that are read again though nothing shows that they have changed
     */
    public static List<StartedReading> standing(
            List<StartedReading> begun, List<ListedTask> tasks, Predicate<WorkspaceDay> readsAgain) {
        Map<WorkspaceDay, ListedTask> listed =
                tasks.stream().collect(Collectors.toMap(ListedTask::workspaceDay, Function.identity()));
        return begun.stream()
                .filter(day -> day.isOf(listed.get(day.workspaceDay())))
                .filter(day -> !readsAgain.test(day.workspaceDay()))
                .toList();
    }

    private boolean isOf(@Nullable ListedTask task) {
        return task != null && task.reading() == reading && task.inputDigest().equals(inputDigest);
    }

    /** The plan without what was read: of a workspace-day that was begun, only the slices that are left, as they were cut. */
    public static List<PlannedReading> resume(List<StartedReading> standing, List<PlannedReading> plan) {
        Map<WorkspaceDay, StartedReading> begun =
                standing.stream().collect(Collectors.toMap(StartedReading::workspaceDay, Function.identity()));
        List<PlannedReading> resumed = new ArrayList<>(plan.size());
        for (PlannedReading planned : plan) {
            StartedReading day = begun.get(planned.task().workspaceDay());
            if (day == null) {
                resumed.add(planned);
            } else if (planned.slice().isFirst()) {
                day.left().forEach(slice -> resumed.add(planned.withSlice(slice)));
            }
        }
        return resumed;
    }
}
