package io.billingcenter.jobs.launch;

import io.billingcenter.domain.runs.Run;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.stereotype.Component;

/**
 * Runs a job once: takes the lock, recovers what a crash left, then goes on with the attempt that did not finish or
 * begins a new one. A repeat of a finished run is a new attempt that finds nothing to do.
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

    /** The parameters of the attempt that is resumed, or of a new one; the number of its run is one of them. */
    private JobParameters nextAttempt(RunRequest request) {
        Optional<Run> last = records.last(request.task());
        if (last.isPresent() && canGoOn(request, last.get())) {
            return parameters(request, last.get().attempt(), last.get().runId());
        }
        int attempt = last.map(Run::attempt).orElse(0) + 1;
        while (instanceOf(request, attempt) != null) {
            attempt++;
        }
        return parameters(request, attempt, records.begin(request.task(), attempt));
    }

    private static JobParameters parameters(RunRequest request, int attempt, long runId) {
        return new JobParametersBuilder(request.parameters(attempt))
                .addLong(RunId.PARAMETER, runId, false)
                .toJobParameters();
    }

    private @Nullable JobInstance instanceOf(RunRequest request, int attempt) {
        return repository.getJobInstance(request.job().text(), request.parameters(attempt));
    }

    private boolean canGoOn(RunRequest request, Run last) {
        JobInstance instance = instanceOf(request, last.attempt());
        boolean isItsOwn =
                instance != null && (last.instanceId() == null || last.instanceId() == instance.getInstanceId());
        return instance != null && isItsOwn && !records.anyAfter(last.runId()) && canGoOn(instance);
    }

    /**
     * Whether the attempt can be gone on with. One that another run came after cannot: the tables no longer hold what
     * its finished steps left there. Nor can one with a step of which the end is unknown, or was never written down
     * because the database was gone just then while the end of the run still was; what it did stands in our own tables.
     */
    private boolean canGoOn(JobInstance instance) {
        List<JobExecution> executions = repository.getJobExecutions(instance);
        if (executions.isEmpty()) {
            repository.deleteJobInstance(instance);
            return true;
        }
        JobExecution last = Collections.max(executions, Comparator.comparingLong(JobExecution::getId));
        return isUnfinished(last.getStatus())
                && last.getStepExecutions().stream().allMatch(step -> hasEnded(step.getStatus()));
    }

    private static boolean hasEnded(BatchStatus status) {
        return status != BatchStatus.UNKNOWN && !status.isRunning();
    }

    private static boolean isUnfinished(BatchStatus status) {
        return status == BatchStatus.FAILED || status == BatchStatus.STOPPED;
    }
}
