package io.billingcenter.jobs.metering;

import io.billingcenter.jobs.progress.ProgressDisplay;
import io.billingcenter.jobs.progress.ProgressOutput;
import io.billingcenter.readers.files.traffic.ReadingProgress;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.core.JdbcTemplate;

/** Shows how far the step that reads the traffic is: bytes read of those of the tasks that were left when it began. */
final class MeteringProgress implements StepExecutionListener {

    private static final Logger LOG = LoggerFactory.getLogger(MeteringProgress.class);

    private final JdbcTemplate jdbc;
    private final ProgressOutput output;
    private final Clock clock;
    private final ReadingProgress reading = new ReadingProgress();
    private @Nullable ProgressDisplay display;

    MeteringProgress(JdbcTemplate jdbc, ProgressOutput output, Clock clock) {
        this.jdbc = jdbc;
        this.output = output;
        this.clock = clock;
    }

    /** Counts what all readers of the step read. */
    ReadingProgress reading() {
        return reading;
    }

    @Override
    public void beforeStep(StepExecution stepExecution) {
        try {
            long totalBytes = bytesLeft();
            if (totalBytes > 0) {
                display = ProgressDisplay.start(
                        new ProgressDisplay.Counters(
                                reading::bytes, reading::records, () -> totalBytes + reading.bytesAgain()),
                        output,
                        clock);
            }
        } catch (RuntimeException e) {
            LOG.warn("How far the run is cannot be shown: {}", e.toString());
        }
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution stepExecution) {
        if (display != null) {
            display.close();
            display = null;
        }
        return null;
    }

    private long bytesLeft() {
        Long bytes = jdbc.queryForObject("SELECT SUM(size_bytes) FROM metering_task", Long.class);
        return bytes == null ? 0 : bytes;
    }
}
