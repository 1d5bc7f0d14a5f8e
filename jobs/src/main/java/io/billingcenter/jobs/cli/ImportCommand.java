package io.billingcenter.jobs.cli;

import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.jobs.guard.GivenConsents;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.RunRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command that only imports reference files and price books. */
@Command(
        name = "import",
        aliases = "importReference",
        description = "Reads the reference files and price books into the database.")
final class ImportCommand extends RunCommand {

    @Mixin
    private DayOption day = new DayOption();

    @Mixin
    private ConsentOptions consents = new ConsentOptions();

    @Override
    GivenConsents given() {
        return consents.consents();
    }

    @Override
    RunRequest request() {
        BillingDay billingDay = begunDay(day);
        return RunRequest.forDay(JobName.IMPORT_REFERENCE, billingDay);
    }
}
