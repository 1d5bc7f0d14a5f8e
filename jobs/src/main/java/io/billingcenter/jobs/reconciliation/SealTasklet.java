package io.billingcenter.jobs.reconciliation;

import io.billingcenter.jobs.launch.RunId;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.jobs.outbox.ShipmentPlans;
import java.time.LocalDate;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.JdbcTemplate;

/** Seals everything that was written since the last seal, also by runs that did not finish. */
final class SealTasklet implements Tasklet {

    private final JdbcTemplate jdbc;
    private final ShipmentPlans shipments;

    SealTasklet(JdbcTemplate jdbc, ShipmentPlans shipments) {
        this.jdbc = jdbc;
        this.shipments = shipments;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        // Planned in the same transaction, so that no seal is without the shipments of what it covers.
        shipments.planOf(RunId.of(contribution));
        new RunSeals(jdbc).seal(RunId.of(contribution), stateDay(RunRequest.of(contribution)), false);
        return RepeatStatus.FINISHED;
    }

    private static LocalDate stateDay(RunRequest request) {
        return request.day() != null
                ? request.day().date()
                : request.requireMonth().firstDay().date();
    }
}
