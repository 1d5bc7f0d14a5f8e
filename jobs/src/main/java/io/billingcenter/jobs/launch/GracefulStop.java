package io.billingcenter.jobs.launch;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Stops a run on a signal after the chunks in flight, so that they need not be repeated. The database is closed only after
 * that, and the process ends with the status of its signal.
 */
@Component
public class GracefulStop implements SmartLifecycle, JobExecutionListener {

    private static final Logger LOG = LoggerFactory.getLogger(GracefulStop.class);
    private static final long LONGEST_WAIT_SECONDS = 240;

    private record Running(JobExecution execution, CountDownLatch ended) {}

    private final ObjectProvider<JobOperator> operator;
    private volatile @Nullable Running running;
    private volatile boolean started;

    GracefulStop(ObjectProvider<JobOperator> operator) {
        this.operator = operator;
    }

    @Override
    public void beforeJob(JobExecution jobExecution) {
        running = new Running(jobExecution, new CountDownLatch(1));
    }

    /** Records that the run has ended, and that its end is in the database. */
    void ended() {
        Running ending = running;
        running = null;
        if (ending != null) {
            ending.ended().countDown();
        }
    }

    @Override
    public void start() {
        started = true;
    }

    @Override
    public void stop() {
        started = false;
        Running stopping = running;
        if (stopping == null) {
            return;
        }
        LOG.warn("Stopping after the work in flight; the same command resumes");
        try {
            operator.getObject().stop(stopping.execution());
            if (!stopping.ended().await(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                LOG.error("The work in flight did not end within {} s; it will be repeated", LONGEST_WAIT_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.error("The run could not be stopped; the work in flight will be repeated", e);
        }
    }

    @Override
    public boolean isRunning() {
        return started;
    }

    /** Stops before everything else, so that the database is still open. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
