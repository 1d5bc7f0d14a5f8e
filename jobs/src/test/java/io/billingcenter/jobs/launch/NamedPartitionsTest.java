package io.billingcenter.jobs.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** A partition whose last attempt was cut off before its context was stored can be gone on with. */
class NamedPartitionsTest {

    private static final Partitioner PARTITIONER = size -> {
        Map<String, ExecutionContext> partitions = new HashMap<>();
        for (int bin = 0; bin < 3; bin++) {
            partitions.put("bin" + bin, new ExecutionContext(Map.of("bin", bin)));
        }
        return partitions;
    };

    private final JobExecution execution = new JobExecution(1, new JobInstance(1, "job"), new JobParameters());
    private final Map<String, StepExecution> last = new HashMap<>();
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

    private Set<StepExecution> split() {
        JobRepository repository = (JobRepository) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {JobRepository.class},
                (proxy, method, arguments) -> method.getName().equals("getLastStepExecution")
                        ? last.get((String) arguments[1])
                        : answer(method.getName(), arguments));
        return new NamedPartitions(repository, "worker", PARTITIONER)
                .split(new StepExecution(++lastId, "step", execution), 2);
    }

    private void lastEnded(String name, BatchStatus status) {
        StepExecution attempt = new StepExecution(++lastId, name, execution);
        attempt.setStatus(status);
        last.put(name, attempt);
    }

    @Test
    void everyPartitionBeginsWithItsContext() {
        assertThat(split()).hasSize(3);
        assertThat(stored).isEqualTo(Map.of("worker:bin0", 0, "worker:bin1", 1, "worker:bin2", 2));
    }

    @Test
    void anAttemptWithoutContextIsMadeAgainAndAFinishedOneIsNot() {
        lastEnded("worker:bin0", BatchStatus.FAILED);
        lastEnded("worker:bin1", BatchStatus.COMPLETED);
        assertThat(split())
                .extracting(StepExecution::getStepName)
                .containsExactlyInAnyOrder("worker:bin0", "worker:bin2");
        assertThat(stored).isEqualTo(Map.of("worker:bin0", 0, "worker:bin2", 2));
    }
}
