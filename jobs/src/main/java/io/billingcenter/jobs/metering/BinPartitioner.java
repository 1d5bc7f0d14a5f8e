package io.billingcenter.jobs.metering;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** A partition for every bin that listing filled; one for an empty list, so that the step has something to finish. */
final class BinPartitioner implements Partitioner {

    static final String BIN = "bin";

    private final JdbcTemplate jdbc;

    BinPartitioner(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        List<Integer> bins =
                jdbc.query("SELECT DISTINCT bin FROM metering_task ORDER BY bin", (row, number) -> row.getInt("bin"));
        Map<String, ExecutionContext> partitions = new HashMap<>();
        for (int bin : bins.isEmpty() ? List.of(0) : bins) {
            ExecutionContext context = new ExecutionContext();
            context.putInt(BIN, bin);
            partitions.put("bin" + bin, context);
        }
        return partitions;
    }
}
