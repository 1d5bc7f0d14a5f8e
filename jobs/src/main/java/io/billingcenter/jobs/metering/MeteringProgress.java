package io.billingcenter.jobs.metering;

import io.billingcenter.jobs.progress.ProgressDisplay;
import io.billingcenter.jobs.progress.ProgressOutput;
import io.billingcenter.readers.files.traffic.ReadingProgress;
import io.billingcenter.readers.tables.metering.MeteringTasks;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.core.JdbcTemplate;

/** Shows the progress of the step that reads the traffic: bytes read, of the bytes of all tasks when the step began. */
final class MeteringProgress implements StepExecutionListener {

    private static final Logger LOG = LoggerFactory.getLogger(MeteringProgress.class);

    private final JdbcTemplate jdbc;
    private final ProgressOutput output;
    private final Clock clock;
    private volatile ReadingProgress reading = new ReadingProgress();
    private @Nullable ProgressDisplay display;

    MeteringProgress(JdbcTemplate jdbc, ProgressOutput output, Clock clock) {
        this.jdbc = jdbc;
        this.output = output;
        this.clock = clock;
    }

    /** Returns the counters of all readers of the step. */
    ReadingProgress reading() {
        return reading;
    }

    @Override
    public void beforeStep(StepExecution stepExecution) {
        ReadingProgress counters = new ReadingProgress();
        reading = counters;
        try {
            long totalBytes = new MeteringTasks(jdbc).bytesLeft();
            if (totalBytes > 0) {
                display = ProgressDisplay.start(
                        new ProgressDisplay.Counters(
                                counters::bytes, counters::records, () -> totalBytes + counters.bytesAgain()),
                        output,
                        clock);
            }
        } catch (RuntimeException e) {
            LOG.warn("The progress of the run cannot be shown: {}", e.toString());
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
}
