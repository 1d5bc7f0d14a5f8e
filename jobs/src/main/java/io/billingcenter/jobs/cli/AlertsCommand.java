package io.billingcenter.jobs.cli;

import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.RunRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Compares charges with alert thresholds alone. */
@Command(
        name = "alerts",
        aliases = "raiseAlerts",
        description = "Raises an alert for every workspace, day and item charged more than its threshold.")
final class AlertsCommand extends RunCommand {

    @Option(names = "--day", paramLabel = "DAY", description = "Billing day, like 2026-11-21; yesterday if not given.")
    private @Nullable String day;

    @Override
    RunRequest request() {
        BillingDay billingDay = day == null ? yesterday() : begunDay(day);
        return RunRequest.forDay(JobName.RAISE_ALERTS, billingDay);
    }
}
