package io.billingcenter.jobs.outbox;

import io.billingcenter.jobs.launch.Flows;
import io.billingcenter.jobs.launch.RunId;
import io.billingcenter.jobs.launch.StepFactory;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/**
 * The stage that sends what is published, after the seal and before the report. A receiver that is not there never makes a run
 * fail: its shipments stay open, and the next run or the command {@code ship} goes on.
 */
@Lazy
@Configuration(proxyBeanMethods = false)
public class ShipStage {

    @Bean
    Flow shipFlow(Step shipFiles) {
        return Flows.of("ship", shipFiles);
    }

    @Bean
    Step shipFiles(StepFactory steps, ShippingFactory factory) {
        return steps.tasklet("shipFiles", (contribution, context) -> {
            factory.shipping().ship(RunId.of(contribution), shipment -> true);
            return RepeatStatus.FINISHED;
        });
    }
}
