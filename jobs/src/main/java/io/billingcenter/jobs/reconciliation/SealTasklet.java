package io.billingcenter.jobs.reconciliation;

import io.billingcenter.jobs.launch.RunId;
import io.billingcenter.jobs.launch.RunRequest;
import java.time.LocalDate;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.JdbcTemplate;

/** Seals everything that was written since the last seal, also by runs that did not finish. */
final class SealTasklet implements Tasklet {

    private final JdbcTemplate jdbc;

    SealTasklet(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        new RunSeals(jdbc).seal(RunId.of(contribution), stateDay(RunRequest.of(contribution)), false);
        return RepeatStatus.FINISHED;
    }

    private static LocalDate stateDay(RunRequest request) {
        return request.day() != null
                ? request.day().date()
                : request.requireMonth().firstDay().date();
    }
}
