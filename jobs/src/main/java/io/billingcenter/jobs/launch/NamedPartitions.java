package io.billingcenter.jobs.launch;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.partition.StepExecutionSplitter;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * Partitions whose name says what they have to do, so that their context is made anew whenever the step begins or goes on.
 * The splitter of Spring Batch takes over the context of the last attempt; a process that is killed between the row of an
 * attempt and its context leaves an empty one, with which no later attempt could ever run.
 */
final class NamedPartitions implements StepExecutionSplitter {

    private static final String SEPARATOR = ":";

    private final JobRepository repository;
    private final String worker;
    private final Partitioner partitioner;

    /**
     * Partitions of a worker step.
     *
     * @param partitioner gives a name to one content only
     */
    NamedPartitions(JobRepository repository, String worker, Partitioner partitioner) {
        this.repository = repository;
        this.worker = worker;
        this.partitioner = partitioner;
    }

    @Override
    public String getStepName() {
        return worker;
    }

    /** Those that are not finished; nobody else works on them, since one run at a time has the database. */
    @Override
    public Set<StepExecution> split(StepExecution step, int gridSize) {
        Set<StepExecution> wanted = new HashSet<>();
        for (Map.Entry<String, ExecutionContext> partition :
                partitioner.partition(gridSize).entrySet()) {
            String name = worker + SEPARATOR + partition.getKey();
            StepExecution last =
                    repository.getLastStepExecution(step.getJobExecution().getJobInstance(), name);
            if (last == null || last.getStatus() != BatchStatus.COMPLETED) {
                StepExecution execution = repository.createStepExecution(name, step.getJobExecution());
                execution.setExecutionContext(partition.getValue());
                repository.updateExecutionContext(execution);
                wanted.add(execution);
            }
        }
        return wanted;
    }
}
