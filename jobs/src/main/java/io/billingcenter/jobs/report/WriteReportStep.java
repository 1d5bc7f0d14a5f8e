package io.billingcenter.jobs.report;

import io.billingcenter.jobs.launch.StepFactory;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/**
 * The last step of a run: writes its report. When the report cannot be written the run has failed, though everything
 * else of it is done; the same command finds nothing else to do and writes one.
 */
@Lazy
@Configuration(proxyBeanMethods = false)
public class WriteReportStep {

    @Bean
    Step writeReport(StepFactory steps, RunReports reports) {
        return steps.tasklet("writeReport", (contribution, context) -> {
            reports.write(contribution.getStepExecution().getJobExecution(), null);
            return RepeatStatus.FINISHED;
        });
    }
}
