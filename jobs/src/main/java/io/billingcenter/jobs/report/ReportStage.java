package io.billingcenter.jobs.report;

import io.billingcenter.jobs.launch.Flows;
import io.billingcenter.jobs.launch.StepFactory;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/**
 * The last stage of a run: its report. When the report cannot be written the run has failed, even though all other steps are
 * done; the same command then finds nothing else to do, and writes one.
 */
@Lazy
@Configuration(proxyBeanMethods = false)
public class ReportStage {

    @Bean
    Flow reportFlow(Step writeReport) {
        return Flows.of("report", writeReport);
    }

    @Bean
    Step writeReport(StepFactory steps, RunReports reports) {
        return steps.tasklet("writeReport", (contribution, context) -> {
            reports.write(contribution.getStepExecution().getJobExecution(), null);
            return RepeatStatus.FINISHED;
        });
    }
}
