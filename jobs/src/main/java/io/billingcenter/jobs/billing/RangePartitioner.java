package io.billingcenter.jobs.billing;

import io.billingcenter.domain.reconciliation.Digests;
import io.billingcenter.readers.tables.paging.WorkspaceRange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * A partition for every range of workspaces, or of accounts; an empty one when there are none, so that the step has one to finish.
 *
 * <p>A partition is named after its range, so that {@code runs} and the log tell which one failed.
 */
public final class RangePartitioner implements Partitioner {

    /** Key of the first id of a range in the context of its partition. */
    public static final String FIRST = "first";
    /** Key of the last id. */
    public static final String LAST = "last";

    private static final int NAME_DIGITS = 16;
    private static final WorkspaceRange NONE = new WorkspaceRange("~", "!");

    private final IntFunction<List<WorkspaceRange>> ranges;

    /** Partitions of the ranges that the function gives for a number of them. */
    public RangePartitioner(IntFunction<List<WorkspaceRange>> ranges) {
        this.ranges = ranges;
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

    /** Long ids would not fit into the name of a step. */
    private static String nameOf(WorkspaceRange part) {
        return "range-" + Digests.sha256(part.first() + "|" + part.last()).substring(0, NAME_DIGITS);
    }
}
