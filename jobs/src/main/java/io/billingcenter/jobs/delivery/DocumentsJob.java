package io.billingcenter.jobs.delivery;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.jobs.launch.Flows;
import io.billingcenter.jobs.launch.Folders;
import io.billingcenter.jobs.launch.JobFactory;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.jobs.launch.StepFactory;
import io.billingcenter.readers.tables.installation.InstallationReader;
import io.billingcenter.writers.files.delivery.DeliverySettings;
import java.util.Comparator;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Makes the documents of a closed month and its files for other programs, one set after the other. It is a job of its own, so
 * that a document that cannot be made never stops a close.
 */
@Lazy
@Configuration(proxyBeanMethods = false)
public class DocumentsJob {

    @Bean
    Job jobMakeDocuments(JobFactory jobs, Flow documentsFlow, Flow sealFlow, Flow shipFlow) {
        return jobs.job(JobName.MAKE_DOCUMENTS, documentsFlow, sealFlow, shipFlow);
    }

    /** A step for each maker, in the order of their kinds. */
    @Bean
    Flow documentsFlow(
            StepFactory steps,
            JdbcTemplate jdbc,
            ObjectProvider<SetMaker> makers,
            Folders folders,
            BillingSettings settings,
            SetReport report) {
        DeliverySettings delivery = new DeliverySettings(folders.out(), settings.zone(), false);
        Step[] made = makers.stream()
                .sorted(Comparator.comparing(SetMaker::kind))
                .map(maker -> steps.tasklet(stepName(maker), new MakeSetTasklet(jdbc, maker, delivery, report)))
                .toArray(Step[]::new);
        return Flows.of("documents", requireClosedMonth(steps, jdbc), made);
    }

    private static Step requireClosedMonth(StepFactory steps, JdbcTemplate jdbc) {
        return steps.tasklet("requireClosedMonth", (contribution, context) -> {
            BillingMonth month = RunRequest.of(contribution).requireMonth();
            if (!new InstallationReader(jdbc).closed().contains(month)) {
                throw new IllegalArgumentException("Expected a closed month, found that " + month
                        + " is open; close it first, or preview the close");
            }
            return RepeatStatus.FINISHED;
        });
    }

    private static String stepName(SetMaker maker) {
        String code = maker.kind().code();
        return "make" + Character.toUpperCase(code.charAt(0)) + code.substring(1);
    }
}
