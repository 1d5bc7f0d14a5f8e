package io.billingcenter.jobs.cli;

import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.RunRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command that compares the stages of a day. */
@Command(
        name = "reconcile",
        description = "Compares every stage of a day with the next one, from the raw files to the delivered files.")
final class ReconcileCommand extends RunCommand {

    @Mixin
    private DayOption day = new DayOption();

    @Override
    RunRequest request() {
        BillingDay billingDay = begunDay(day);
        return new RunRequest(JobName.RECONCILE, billingDay, null, null, null);
    }
}
