package io.billingcenter.jobs.launch;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Collects the statistics of the tables that a step has filled, so that the database plans the queries of the next step by
 * them.
 *
 * <p>A night works on a day of which older statistics know nothing. The server collects new ones by itself only some time
 * after the rows were written; until then it expects one row where there are thousands, and may choose an index that finds
 * all rows of the day for each row that it looks for.
 */
@Component
class TableStatistics implements StepExecutionListener {

    private static final Logger LOG = LoggerFactory.getLogger(TableStatistics.class);

    private final JdbcTemplate jdbc;
    private final DatabaseAddress address;

    TableStatistics(JdbcTemplate jdbc, DatabaseAddress address) {
        this.jdbc = jdbc;
        this.address = address;
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution stepExecution) {
        if (!StepNames.isPartition(stepExecution)) {
            address.kind().grownTables().ifPresent(this::collect);
        }
        return null;
    }

    private void collect(String grownTables) {
        try {
            List<String> tables = jdbc.query(grownTables, (row, number) -> row.getString(1));
            tables.forEach(table -> jdbc.execute("ANALYZE " + table));
        } catch (RuntimeException e) {
            // Plans may be slower without them, but no less right.
            LOG.warn("The statistics of the tables are not collected: {}", e.toString());
        }
    }
}
