package io.billingcenter.jobs.launch;

import io.billingcenter.jobs.progress.ProgressOutput;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

/** Shows the current step of a run: on a terminal while it lasts, in the log file when it begins. */
@Component
final class StepNames implements StepExecutionListener {

    /** Separates, in the name of a partition, its step from the rest; hundreds of partitions may run at once. */
    private static final char OF_A_PARTITION = ':';

    private final ProgressOutput output;

    StepNames(ProgressOutput output) {
        this.output = output;
    }

    @Override
    public void beforeStep(StepExecution stepExecution) {
        if (!isPartition(stepExecution)) {
            output.note("Step " + stepExecution.getStepName());
            output.draw(stepExecution.getStepName() + " ...");
        }
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution stepExecution) {
        if (!isPartition(stepExecution)) {
            output.erase();
        }
        return null;
    }

    /** Returns whether it is the execution of one partition. */
    static boolean isPartition(StepExecution stepExecution) {
        return stepExecution.getStepName().indexOf(OF_A_PARTITION) >= 0;
    }
}
