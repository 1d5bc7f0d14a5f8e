package io.billingcenter.jobs.billing;

import io.billingcenter.readers.tables.WorkspaceRange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** A partition for every range of workspaces; an empty one when there are none, so that the step has one to finish. */
final class RangePartitioner implements Partitioner {

    static final String FIRST = "first";
    static final String LAST = "last";

    private static final WorkspaceRange NONE = new WorkspaceRange("~", "!");

    private final IntFunction<List<WorkspaceRange>> ranges;

    /** Partitions of the ranges that the function gives for a number of them. */
    RangePartitioner(IntFunction<List<WorkspaceRange>> ranges) {
        this.ranges = ranges;
    }

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        List<WorkspaceRange> found = ranges.apply(gridSize);
        List<WorkspaceRange> parts = found.isEmpty() ? List.of(NONE) : found;
        Map<String, ExecutionContext> partitions = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            ExecutionContext context = new ExecutionContext();
            context.putString(FIRST, parts.get(i).first());
            context.putString(LAST, parts.get(i).last());
            partitions.put("range" + i, context);
        }
        return partitions;
    }
}
