package io.billingcenter.jobs.quarantine;

import io.billingcenter.jobs.launch.RunId;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.writers.tables.quarantine.RepairWithdrawal;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.JdbcTemplate;

/** Records that a repair file is withdrawn. */
final class RecordWithdrawalTasklet implements Tasklet {

    private final JdbcTemplate jdbc;

    RecordWithdrawalTasklet(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        String name = RunRequest.of(contribution).requireFrom().toString();
        new RepairWithdrawal(jdbc).note(name, RunId.of(contribution));
        return RepeatStatus.FINISHED;
    }
}
