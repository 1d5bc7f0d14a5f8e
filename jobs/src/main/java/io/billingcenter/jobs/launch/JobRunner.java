package io.billingcenter.jobs.launch;

import io.billingcenter.domain.runs.Run;
import java.util.Objects;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.stereotype.Component;

/**
 * Runs a job once: takes the lock, recovers what a crash left, then begins a new attempt, whether the last one finished or
 * not. Every attempt takes every step and looks again at references, price books, settings and files; what was done under
 * the same inputs is found in the tables and not done again, what was done under others is done anew (docs/adr/0010).
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
     * Runs the job that is asked for, to its end.
     *
     * @throws DatabaseInUseException when another run works on the database
     */
    public JobExecution run(RunRequest request) throws Exception {
        return run(request, () -> {});
    }

    /**
     * Runs the job that is asked for, to its end.
     *
     * @param first done before it, holding the lock; what it throws is thrown, and nothing is run
     * @throws DatabaseInUseException when another run works on the database
     */
    public JobExecution run(RunRequest request, Runnable first) throws Exception {
        lock.acquire();
        try (lock) {
            first.run();
            embeddedLog.shortenBetweenStepsOnly();
            recoverCrashedRuns();
            if (request.job().followsPostings()) {
                records.requireNothingCutOff(request.requireDay());
            } else if (request.job() == JobName.RERUN) {
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
     * Does work that changes tables and is no job, holding the lock.
     *
     * @throws DatabaseInUseException when another run works on the database
     */
    public <T> T holdingLock(Supplier<T> work) throws Exception {
        lock.acquire();
        try (lock) {
            return work.get();
        }
    }

    /** Holding the lock proves that no run of these is alive any more. */
    private void recoverCrashedRuns() {
        for (String job : jobs.getJobNames()) {
            for (JobExecution crashed : repository.findRunningJobExecutions(job)) {
                LOG.warn("Recovering run {} of {}, which ended without a word", crashed.getId(), job);
                operator.recover(crashed);
            }
        }
    }

    /** The parameters of a new attempt; the number of its run is one of them. */
    private JobParameters nextAttempt(RunRequest request) {
        int attempt = records.last(request.task()).map(Run::attempt).orElse(0) + 1;
        while (repository.getJobInstance(request.job().text(), request.parameters(attempt)) != null) {
            attempt++;
        }
        return new JobParametersBuilder(request.parameters(attempt))
                .addLong(RunId.PARAMETER, records.begin(request.task(), attempt), false)
                .toJobParameters();
    }
}
