package io.billingcenter.jobs.invoicing;

import io.billingcenter.jobs.launch.RunId;
import io.billingcenter.jobs.launch.RunRequest;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Closes the month for postings if its checklist allows it. An attempt after one that was cut off finds the month closed, and
 * does not check again.
 */
final class CloseMonthTasklet implements Tasklet {

    private final MonthChecklists checklists;

    CloseMonthTasklet(MonthChecklists checklists) {
        this.checklists = checklists;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        RunRequest request = RunRequest.of(contribution);
        checklists.close(
                request.requireMonth(),
                request.statements().acceptance(),
                request.requireIssueDate(),
                RunId.of(contribution));
        return RepeatStatus.FINISHED;
    }
}
