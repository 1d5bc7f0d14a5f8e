package io.billingcenter.jobs.launch;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.configuration.JobRegistry;
import org.springframework.batch.core.job.Job;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.stereotype.Component;

/** All jobs by their names; each is built when it is first needed, since a run needs only one of them. */
@Component
class Jobs implements JobRegistry {

    private final BeanFactory beans;

    Jobs(BeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public @Nullable Job getJob(String name) {
        return Arrays.stream(JobName.values())
                .filter(job -> job.text().equals(name))
                .findFirst()
                .map(job -> beans.getBean(job.beanName(), Job.class))
                .orElse(null);
    }

    @Override
    public Set<String> getJobNames() {
        return Arrays.stream(JobName.values()).map(JobName::text).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void register(Job job) {
        throw new UnsupportedOperationException("the jobs are those of the application");
    }

    @Override
    public void unregister(String name) {
        throw new UnsupportedOperationException("the jobs are those of the application");
    }
}
