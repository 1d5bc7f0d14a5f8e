package io.billingcenter.jobs.billing;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.digest.Digests;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.readers.tables.paging.WorkspaceRange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * One partition for each range of workspaces, or of accounts; an empty one when there is none, so that the step has one to
 * finish.
 *
 * <p>A partition is named after its range, so that {@code runs} and the log show which one failed.
 */
public final class RangePartitioner implements Partitioner {

    /** Key of the first id of a range in the context of its partition. */
    public static final String FIRST = "first";
    /** Key of the last id. */
    public static final String LAST = "last";

    /** Expression that injects the first id of the range into a bean of step scope. */
    public static final String FIRST_OF_STEP = "#{stepExecutionContext['" + FIRST + "']}";
    /** Expression that injects the last id of the range into a bean of step scope. */
    public static final String LAST_OF_STEP = "#{stepExecutionContext['" + LAST + "']}";

    private static final int NAME_DIGITS = 16;
    private static final WorkspaceRange NONE = new WorkspaceRange("~", "!");

    private final IntFunction<List<WorkspaceRange>> ranges;

    /** Partitions of the ranges that the function returns for a number of them. */
    public RangePartitioner(IntFunction<List<WorkspaceRange>> ranges) {
        this.ranges = ranges;
    }

    /**
     * Returns the partitions of a run that bills: those of the function, or the one workspace of a rerun.
     *
     * @param ranges ranges of workspaces for a number of them
     */
    static RangePartitioner ofRun(RunRequest request, IntFunction<List<WorkspaceRange>> ranges) {
        WorkspaceId workspace = request.workspace();
        if (request.job() != JobName.RERUN || workspace == null) {
            return new RangePartitioner(ranges);
        }
        WorkspaceRange only = new WorkspaceRange(workspace.value(), workspace.value());
        return new RangePartitioner(count -> List.of(only));
    }

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        List<WorkspaceRange> found = ranges.apply(gridSize);
        List<WorkspaceRange> parts = found.isEmpty() ? List.of(NONE) : found;
        Map<String, ExecutionContext> partitions = new HashMap<>();
        for (WorkspaceRange part : parts) {
            ExecutionContext context = new ExecutionContext();
            context.putString(FIRST, part.first());
            context.putString(LAST, part.last());
            partitions.put(nameOf(part), context);
        }
        return partitions;
    }

    /** Returns a short name, since long ids would not fit into the name of a step. */
    private static String nameOf(WorkspaceRange part) {
        return "range-" + Digests.sha256(part.first() + "|" + part.last()).substring(0, NAME_DIGITS);
    }
}
