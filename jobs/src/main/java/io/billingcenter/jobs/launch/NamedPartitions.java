package io.billingcenter.jobs.launch;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.partition.StepExecutionSplitter;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * Partitions that the partitioner makes whenever the step begins. Every attempt at a run is a job instance of its own, so
 * no partition of an earlier attempt is reused; its finished work is no longer listed.
 */
final class NamedPartitions implements StepExecutionSplitter {

    private static final String SEPARATOR = ":";

    private final JobRepository repository;
    private final String worker;
    private final Partitioner partitioner;

    /**
     * Partitions of a worker step.
     *
     * @param partitioner makes the partitions whenever the step begins
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

    /** Returns all partitions; no other run can be working on them, since one run at a time has the database. */
    @Override
    public Set<StepExecution> split(StepExecution step, int gridSize) {
        Set<StepExecution> wanted = new HashSet<>();
        for (Map.Entry<String, ExecutionContext> partition :
                partitioner.partition(gridSize).entrySet()) {
            StepExecution execution =
                    repository.createStepExecution(worker + SEPARATOR + partition.getKey(), step.getJobExecution());
            execution.setExecutionContext(partition.getValue());
            repository.updateExecutionContext(execution);
            wanted.add(execution);
        }
        return wanted;
    }
}
