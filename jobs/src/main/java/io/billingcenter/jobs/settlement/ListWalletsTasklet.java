package io.billingcenter.jobs.settlement;

import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.jobs.launch.RunId;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.readers.tables.runs.UnfinishedRuns;
import io.billingcenter.writers.tables.settlement.SettlementTasks;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.JdbcTemplate;

/** Lists the accounts whose wallets have work, and takes back payments of unfinished runs where an account got new work. */
final class ListWalletsTasklet implements Tasklet {

    private final JdbcTemplate jdbc;

    ListWalletsTasklet(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        BillingDay day = RunRequest.of(contribution).settledDay();
        SettlementTasks tasks = new SettlementTasks(jdbc);
        tasks.payAnew(day, UnfinishedRuns.ofSettling(jdbc).before(RunId.of(contribution)));
        tasks.list(day);
        return RepeatStatus.FINISHED;
    }
}
