package io.billingcenter.jobs.reconciliation;

import io.billingcenter.jobs.launch.Folders;
import io.billingcenter.jobs.launch.JobFactory;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.RunId;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.jobs.launch.StepFactory;
import io.billingcenter.readers.tables.reconciliation.Verification;
import java.time.LocalDate;
import java.util.List;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;

/** Seals what a run has written, as its last step; and finds what was changed since. */
@Lazy
@Configuration(proxyBeanMethods = false)
public class SealRunJob {

    private static final String VERIFY_GATE = "verify";
    private static final String INTACT = "everything as it was written and sealed";

    @Bean
    Job jobVerify(JobFactory jobs, Step verifySeals) {
        return jobs.job(JobName.VERIFY, List.of(verifySeals));
    }

    /** Everything that was written since the last seal, also by runs that did not come to their end. */
    @Bean
    Step sealRun(StepFactory steps, JdbcTemplate jdbc, RunRequest request) {
        return steps.tasklet("sealRun", (contribution, context) -> {
            new RunSeals(jdbc).seal(runOf(contribution), stateDay(request), false);
            return RepeatStatus.FINISHED;
        });
    }

    @Bean
    Step verifySeals(StepFactory steps, Gate gate, JdbcTemplate jdbc, Folders folders) {
        return steps.tasklet("verifySeals", (contribution, context) -> {
            RunSeals seals = new RunSeals(jdbc);
            long sealed = seals.sealedRun();
            gate.requireBalance(
                    VERIFY_GATE,
                    INTACT,
                    contribution,
                    sheet -> new Verification(jdbc, folders.out(), sheet).verify(sealed, seals.hasEnded(sealed)));
            return RepeatStatus.FINISHED;
        });
    }

    private static LocalDate stateDay(RunRequest request) {
        return request.day() != null
                ? request.day().date()
                : request.requireMonth().firstDay().date();
    }

    private static long runOf(StepContribution contribution) {
        return RunId.of(contribution);
    }
}
