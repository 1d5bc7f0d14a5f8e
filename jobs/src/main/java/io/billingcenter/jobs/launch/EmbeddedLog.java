package io.billingcenter.jobs.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Shortens the log of the embedded database between steps, when it has become large.
 *
 * <p>Otherwise the database does so by itself at any moment: it then waits for all open transactions, and no statement may
 * begin. A partition that waits for the lock of the job repository, while the partition that holds the lock waits for its
 * statement to begin, would wait for ever.
 */
@Component
class EmbeddedLog implements StepExecutionListener {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedLog.class);
    private static final long LARGE_BYTES = 32 << 20;

    private final JdbcTemplate jdbc;
    private final DatabaseAddress address;

    EmbeddedLog(JdbcTemplate jdbc, DatabaseAddress address) {
        this.jdbc = jdbc;
        this.address = address;
    }

    /** Lets the log be shortened between steps only. */
    void shortenBetweenStepsOnly() {
        address.kind().keepLog().forEach(jdbc::execute);
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution stepExecution) {
        try {
            if (!StepNames.isPartition(stepExecution) && sizeBytes() >= LARGE_BYTES) {
                jdbc.execute("CHECKPOINT");
            }
        } catch (RuntimeException e) {
            // A longer log does no harm.
            LOG.warn("The log of the database is not shortened: {}", e.toString());
        }
        return null;
    }

    private long sizeBytes() {
        Path log = address.embeddedLog();
        try {
            return log != null && Files.exists(log) ? Files.size(log) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
