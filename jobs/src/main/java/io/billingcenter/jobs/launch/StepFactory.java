package io.billingcenter.jobs.launch;

import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The only place where steps are built. A chunk step without the transaction manager of the database would silently commit
 * every row by itself; here the manager cannot be left out.
 */
@Component
public class StepFactory {

    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final StepNames names;
    private final EmbeddedLog log;
    private final TableStatistics statistics;

    StepFactory(
            JobRepository repository,
            PlatformTransactionManager transactions,
            StepNames names,
            EmbeddedLog log,
            TableStatistics statistics) {
        this.log = log;
        this.statistics = statistics;
        this.repository = repository;
        this.transactions = transactions;
        this.names = names;
    }

    /** Returns a step that does one thing in one transaction. */
    public Step tasklet(String name, Tasklet tasklet) {
        return step(name).tasklet(tasklet, transactions).build();
    }

    /** Returns a step that reads, processes and writes items, a chunk in one transaction. */
    public <I, O> Step chunk(
            String name, int chunkSize, ItemReader<I> reader, ItemProcessor<I, O> processor, ItemWriter<O> writer) {
        return step(name)
                .<I, O>chunk(chunkSize)
                .transactionManager(transactions)
                .reader(reader)
                .processor(processor)
                .writer(writer)
                .build();
    }

    /** Returns a step that writes items as they are read, a chunk in one transaction. */
    public <T> Step chunk(String name, int chunkSize, ItemReader<T> reader, ItemWriter<T> writer) {
        return step(name)
                .<T, T>chunk(chunkSize)
                .transactionManager(transactions)
                .reader(reader)
                .writer(writer)
                .build();
    }

    /**
     * Returns a step whose partitions run concurrently.
     *
     * @param partitioner makes the partitions whenever the step begins
     * @param threads largest number of partitions that run at once
     */
    public Step partitioned(String name, Step worker, Partitioner partitioner, int threads) {
        return partitioned(name, worker, partitioner, threads, new StepExecutionListener() {});
    }

    /** Returns such a step, with a listener for its begin and end. */
    public Step partitioned(
            String name, Step worker, Partitioner partitioner, int threads, StepExecutionListener listener) {
        SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor(name + "-");
        executor.setConcurrencyLimit(threads);
        return step(name)
                .listener(listener)
                .partitioner(worker)
                .splitter(new NamedPartitions(repository, worker.getName(), partitioner))
                .gridSize(threads)
                .taskExecutor(executor)
                .build();
    }

    private StepBuilder step(String name) {
        return new StepBuilder(name, repository).listener(names).listener(log).listener(statistics);
    }
}
