package io.billingcenter.readers.tables.metering;

import io.billingcenter.domain.metering.plan.MeteringTask;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;

/**
 * Groups of tasks, each for one transaction: many small workspace-days together, a large one by itself. So a crash repeats
 * little work, and few commits are made.
 */
public final class TaskGroups implements ItemReader<List<MeteringTask>> {

    private final ItemReader<MeteringTask> tasks;
    private final int mostTasks;
    private final long enoughBytes;
    private @Nullable MeteringTask next;
    private boolean started;

    /**
     * Groups the tasks in their order.
     *
     * @param mostTasks largest number of tasks in a group
     * @param enoughBytes size at which a group is complete; only a group of one task can be larger
     */
    public TaskGroups(ItemReader<MeteringTask> tasks, int mostTasks, long enoughBytes) {
        this.tasks = tasks;
        this.mostTasks = mostTasks;
        this.enoughBytes = enoughBytes;
    }

    @Override
    public @Nullable List<MeteringTask> read() throws Exception {
        if (!started) {
            next = tasks.read();
            started = true;
        }
        List<MeteringTask> group = new ArrayList<>();
        long bytes = 0;
        while (next != null && group.size() < mostTasks && fits(bytes, next, group)) {
            group.add(next);
            bytes += next.resources().sizeBytes();
            next = tasks.read();
        }
        return group.isEmpty() ? null : group;
    }

    private boolean fits(long bytes, MeteringTask task, List<MeteringTask> group) {
        return group.isEmpty() || bytes + task.resources().sizeBytes() <= enoughBytes;
    }
}
