package io.billingcenter.jobs.metering;

import io.billingcenter.readers.tables.metering.MeteringTasks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** One partition for each bin of the list of tasks; a single one for an empty list, so that the step has one to finish. */
final class BinPartitioner implements Partitioner {

    static final String BIN = "bin";

    private final JdbcTemplate jdbc;

    BinPartitioner(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        List<Integer> bins = new MeteringTasks(jdbc).bins();
        Map<String, ExecutionContext> partitions = new HashMap<>();
        for (int bin : bins.isEmpty() ? List.of(0) : bins) {
            ExecutionContext context = new ExecutionContext();
            context.putInt(BIN, bin);
            partitions.put("bin" + bin, context);
        }
        return partitions;
    }
}
