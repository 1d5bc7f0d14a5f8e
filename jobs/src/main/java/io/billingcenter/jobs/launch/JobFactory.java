package io.billingcenter.jobs.launch;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.JobFlowBuilder;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.stereotype.Component;

/** Builds jobs as sequences of flows; every job can be stopped, and is recorded in the table of runs. */
@Component
public class JobFactory {

    private final JobRepository repository;
    private final GracefulStop gracefulStop;
    private final RunRecords records;
    private final RunLookups lookups;

    JobFactory(JobRepository repository, GracefulStop gracefulStop, RunRecords records, RunLookups lookups) {
        this.repository = repository;
        this.gracefulStop = gracefulStop;
        this.records = records;
        this.lookups = lookups;
    }

    /** Returns the job of that name: its flows, one after another. */
    public Job job(JobName name, Flow first, Flow... others) {
        JobFlowBuilder job = new JobBuilder(name.text(), repository)
                .listener(gracefulStop)
                .listener(records)
                .listener(lookups)
                .start(first);
        for (Flow flow : others) {
            job.next(flow);
        }
        return job.end().build();
    }
}
