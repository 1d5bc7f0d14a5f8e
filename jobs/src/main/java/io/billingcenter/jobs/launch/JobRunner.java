package io.billingcenter.jobs.launch;

import io.billingcenter.domain.runs.Run;
import java.util.Objects;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.stereotype.Component;

/**
 * Runs a job once: takes the lock, recovers runs that crashed, then begins a new attempt, whether or not the last one
 * finished. Every attempt takes every step and reads references, price books, settings and files again. Work that was done
 * under the same inputs is found in the tables and kept; work done under other inputs is repeated (docs/adr/0010).
 */
@Component
public class JobRunner {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    private final Jobs jobs;
    private final JobOperator operator;
    private final JobRepository repository;
    private final RunRecords records;
    private final EmbeddedLog embeddedLog;
    private final RunLock lock;
    private final GracefulStop gracefulStop;

    JobRunner(
            Jobs jobs,
            JobOperator operator,
            JobRepository repository,
            RunRecords records,
            EmbeddedLog embeddedLog,
            RunLock lock,
            GracefulStop gracefulStop) {
        this.jobs = jobs;
        this.operator = operator;
        this.repository = repository;
        this.records = records;
        this.embeddedLog = embeddedLog;
        this.lock = lock;
        this.gracefulStop = gracefulStop;
    }

    /**
     * Runs the requested job to its end.
     *
     * @throws DatabaseInUseException when another run is working on the database
     */
    public JobExecution run(RunRequest request) throws Exception {
        return run(request, () -> {});
    }

    /**
     * Runs the requested job to its end.
     *
     * @param first executed before the job, holding the lock; when it throws, the exception is passed on and no job is run
     * @throws DatabaseInUseException when another run is working on the database
     */
    public JobExecution run(RunRequest request, Runnable first) throws Exception {
        lock.acquire();
        try (lock) {
            first.run();
            embeddedLog.shortenBetweenStepsOnly();
            recoverCrashedRuns();
            if (request.job().followsPostings()) {
                records.requireNothingCutOff(request.requireDay());
            } else if (request.job().needsFinishedNights()) {
                records.requireNoNightCutOff();
            }
            Job job = Objects.requireNonNull(
                    jobs.getJob(request.job().text()), request.job().text());
            return operator.start(job, nextAttempt(request));
        } finally {
            gracefulStop.ended();
        }
    }

    /**
     * Does work that changes tables without a job, holding the lock.
     *
     * @throws DatabaseInUseException when another run is working on the database
     */
    public <T> T holdingLock(Supplier<T> work) throws Exception {
        lock.acquire();
        try (lock) {
            return work.get();
        }
    }

    /** Recovers crashed runs; holding the lock proves that none of them is still alive. */
    private void recoverCrashedRuns() {
        for (String job : jobs.getJobNames()) {
            for (JobExecution crashed : repository.findRunningJobExecutions(job)) {
                LOG.warn("Recovering run {} of {}, which ended without recording its end", crashed.getId(), job);
                operator.recover(crashed);
            }
        }
    }

    /** Returns the parameters of a new attempt, with the number of its run. */
    private JobParameters nextAttempt(RunRequest request) {
        int attempt = records.last(request.task()).map(Run::attempt).orElse(0) + 1;
        while (repository.getJobInstance(request.job().text(), RunParameters.identity(request, attempt)) != null) {
            attempt++;
        }
        return RunParameters.of(request, attempt, records.begin(request.task(), attempt));
    }
}
