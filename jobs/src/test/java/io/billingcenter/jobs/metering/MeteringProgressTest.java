package io.billingcenter.jobs.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.billingcenter.jobs.progress.ProgressOutput;
import io.billingcenter.schema.MigratedDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.core.JdbcTemplate;

/** Watching never fails a step, and leaves nothing behind. */
class MeteringProgressTest {

    private final StringWriter terminal = new StringWriter();
    private final StepExecution step = new StepExecution(
            1, "meterTraffic", new JobExecution(1, new JobInstance(1, "nightly"), new JobParameters()));

    private JdbcTemplate jdbc;
    private MeteringProgress progress;

    @BeforeEach
    void emptyDatabase() throws IOException {
        jdbc = MigratedDatabase.create();
        progress = new MeteringProgress(jdbc, ProgressOutput.onTerminal(new PrintWriter(terminal)), Clock.systemUTC());
    }

    @Test
    void showsNothingWhenThereIsNothingToRead() {
        progress.beforeStep(step);
        progress.afterStep(step);
        assertThat(terminal.toString()).isEmpty();
    }

    @Test
    void leavesAnEmptyLineAndNoThread() {
        jdbc.update(
                "INSERT INTO metering_task (workspace_id, billing_day, reading, input_digest, size_bytes, slice, slices,"
                        + " bin) VALUES ('w', DATE '2026-10-15', 1, 'x', 1000, 0, 1, 0)");
        progress.beforeStep(step);
        assertThat(progressThreads()).isEqualTo(1);
        progress.afterStep(step);
        assertThat(progressThreads()).isZero();
        assertThat(terminal.toString()).endsWith(ProgressOutput.ERASE_LINE);
    }

    @Test
    void bearsADatabaseThatFails() {
        jdbc.execute("DROP TABLE metering_task");
        assertThatCode(() -> progress.beforeStep(step)).doesNotThrowAnyException();
        assertThat(progress.afterStep(step)).isNull();
    }

    private static long progressThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("progress"))
                .count();
    }
}
