package io.billingcenter.jobs.launch;

import java.util.List;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.stereotype.Component;

/** Builds jobs as a row of steps that can be stopped and gone on with. */
@Component
public class JobFactory {

    private final JobRepository repository;
    private final GracefulStop gracefulStop;
    private final RunRecords records;

    JobFactory(JobRepository repository, GracefulStop gracefulStop, RunRecords records) {
        this.repository = repository;
        this.gracefulStop = gracefulStop;
        this.records = records;
    }

    /** The job of that name: its steps, one after another. */
    public Job job(JobName name, List<Step> steps) {
        SimpleJobBuilder job = new JobBuilder(name.text(), repository)
                .listener(gracefulStop)
                .listener(records)
                .start(steps.get(0));
        for (Step step : steps.subList(1, steps.size())) {
            job = job.next(step);
        }
        return job.build();
    }
}
