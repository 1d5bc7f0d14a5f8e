package io.billingcenter.jobs.cli;

import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.jobs.guard.GivenConsents;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.RunRequest;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command that only rates and posts. */
@Command(
        name = "bill",
        aliases = "billUsage",
        description = "Rates usage and posts the difference to earlier postings.")
final class BillCommand extends RunCommand {

    @Mixin
    private DayOption day = new DayOption();

    @Mixin
    private ConfirmOption confirm = new ConfirmOption();

    @Override
    GivenConsents given() {
        return GivenConsents.of(confirm.fingerprints(), List.of());
    }

    @Override
    RunRequest request() {
        BillingDay billingDay = begunDay(day);
        return RunRequest.forDay(JobName.BILL_USAGE, billingDay);
    }
}
