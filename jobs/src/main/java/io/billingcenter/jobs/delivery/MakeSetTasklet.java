package io.billingcenter.jobs.delivery;

import io.billingcenter.domain.delivery.DeliverySet;
import io.billingcenter.domain.delivery.SetRefusedException;
import io.billingcenter.domain.delivery.SetResult;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.jobs.launch.RunId;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.writers.files.delivery.DeliverySettings;
import io.billingcenter.writers.files.delivery.DeliveryTotals;
import io.billingcenter.writers.files.delivery.SetContent;
import io.billingcenter.writers.files.delivery.SetDelivery;
import java.util.Optional;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.JdbcTemplate;

/** Delivers one set of files of a closed month. A set that is refused does not stop the sets after it. */
final class MakeSetTasklet implements Tasklet {

    private final JdbcTemplate jdbc;
    private final SetMaker maker;
    private final DeliverySettings settings;
    private final SetReport report;

    MakeSetTasklet(JdbcTemplate jdbc, SetMaker maker, DeliverySettings settings, SetReport report) {
        this.jdbc = jdbc;
        this.maker = maker;
        this.settings = settings;
        this.report = report;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        BillingMonth month = RunRequest.of(contribution).requireMonth();
        long runId = RunId.of(contribution);
        try {
            Optional<SetContent> content = maker.content(month, runId);
            if (content.isPresent()) {
                SetResult result =
                        new SetDelivery(jdbc, settings).deliver(new DeliverySet(month, maker.kind()), content.get());
                new DeliveryTotals(jdbc, runId).count(result);
                report.add(runId, new SetReport.Outcome(maker.kind(), result, null));
            }
        } catch (SetRefusedException e) {
            report.add(runId, new SetReport.Outcome(maker.kind(), null, e));
        }
        return RepeatStatus.FINISHED;
    }
}
