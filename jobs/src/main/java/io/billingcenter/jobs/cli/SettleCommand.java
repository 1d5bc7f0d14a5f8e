package io.billingcenter.jobs.cli;

import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.RunRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command that only settles. */
@Command(
        name = "settle",
        aliases = "settleBills",
        description = "Settles the postings up to the day that are not settled yet.")
final class SettleCommand extends RunCommand {

    @Option(names = "--day", paramLabel = "DAY", description = "Posted day, like 2026-11-21; yesterday if not given.")
    private @Nullable String day;

    @Override
    RunRequest request() {
        BillingDay postedDay = day == null ? yesterday() : begunDay(day);
        return RunRequest.forDay(JobName.SETTLE_BILLS, postedDay);
    }
}
