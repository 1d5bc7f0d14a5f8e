package io.billingcenter.jobs.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** Every partition begins with the context that the partitioner gave it, and none of an earlier attempt is asked for. */
class NamedPartitionsTest {

    private static final Partitioner PARTITIONER = size -> {
        Map<String, ExecutionContext> partitions = new HashMap<>();
        for (int bin = 0; bin < 3; bin++) {
            partitions.put("bin" + bin, new ExecutionContext(Map.of("bin", bin)));
        }
        return partitions;
    };

    private final JobExecution execution = new JobExecution(1, new JobInstance(1, "job"), new JobParameters());
    private final Map<String, Integer> stored = new HashMap<>();
    private long lastId;

    private Object answer(String method, Object... arguments) {
        return switch (method) {
            case "createStepExecution" -> new StepExecution(++lastId, (String) arguments[0], execution);
            case "updateExecutionContext" -> {
                StepExecution step = (StepExecution) arguments[0];
                stored.put(step.getStepName(), step.getExecutionContext().getInt("bin"));
                yield "";
            }
            default -> throw new UnsupportedOperationException(method);
        };
    }

    @Test
    void everyPartitionBeginsWithItsContext() {
        JobRepository repository = (JobRepository) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {JobRepository.class},
                (proxy, method, arguments) -> answer(method.getName(), arguments));
        Set<StepExecution> partitions = new NamedPartitions(repository, "worker", PARTITIONER)
                .split(new StepExecution(++lastId, "step", execution), 2);
        assertThat(partitions)
                .extracting(StepExecution::getStepName)
                .containsExactlyInAnyOrder("worker:bin0", "worker:bin1", "worker:bin2");
        assertThat(stored).isEqualTo(Map.of("worker:bin0", 0, "worker:bin1", 1, "worker:bin2", 2));
    }
}
