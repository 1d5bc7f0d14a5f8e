package io.billingcenter.jobs.cli;

import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.jobs.guard.GivenConsents;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.RunRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs rating and posting alone. */
@Command(name = "bill", aliases = "billUsage", description = "Rates usage and posts the difference to what was posted.")
final class BillCommand extends RunCommand {

    @Option(names = "--day", paramLabel = "DAY", description = "Billing day, like 2026-11-21; yesterday if not given.")
    private @Nullable String day;

    @Mixin
    private ConfirmOption confirm = new ConfirmOption();

    @Override
    GivenConsents given() {
        return GivenConsents.of(confirm.fingerprints(), List.of());
    }

    @Override
    RunRequest request() {
        BillingDay billingDay = day == null ? yesterday() : begunDay(day);
        return RunRequest.forDay(JobName.BILL_USAGE, billingDay);
    }
}
