package io.billingcenter.jobs.cli;

import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.RunRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs metering alone. */
@Command(name = "meter", aliases = "meterTraffic", description = "Reads traffic that is new or changed, up to the day.")
final class MeterCommand extends RunCommand {

    @Option(names = "--day", paramLabel = "DAY", description = "Billing day, like 2026-11-21; yesterday if not given.")
    private @Nullable String day;

    @Option(
            names = "--accept-empty",
            description = {
                "The day is meant to be without traffic: runs though no charged workspace has a folder for it.",
                "Of this day only, not of missed nights that are run first."
            })
    private boolean acceptEmpty;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for --accept-empty; stored with the consent.")
    private String reason = "";

    @Override
    RunRequest request() {
        BillingDay billingDay = day == null ? yesterday() : begunDay(day);
        return RunRequest.forDay(JobName.METER_TRAFFIC, billingDay)
                .saying(new RunRequest.Missing(false, acceptEmpty ? reason : null));
    }
}
