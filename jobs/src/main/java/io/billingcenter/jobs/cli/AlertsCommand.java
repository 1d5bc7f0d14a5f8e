package io.billingcenter.jobs.cli;

import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.RunRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command that only compares charges with alert thresholds. */
@Command(
        name = "alerts",
        aliases = "raiseAlerts",
        description = "Raises an alert for every workspace, day and item charged more than its threshold.")
final class AlertsCommand extends RunCommand {

    @Mixin
    private DayOption day = new DayOption();

    @Override
    RunRequest request() {
        BillingDay billingDay = begunDay(day);
        return RunRequest.forDay(JobName.RAISE_ALERTS, billingDay);
    }
}
