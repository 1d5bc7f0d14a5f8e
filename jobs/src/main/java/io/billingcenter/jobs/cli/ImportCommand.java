package io.billingcenter.jobs.cli;

import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.jobs.guard.GivenConsents;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.RunRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the import alone. */
@Command(
        name = "import",
        aliases = "importReference",
        description = "Reads the reference files and price books into the database.")
final class ImportCommand extends RunCommand {

    @Option(names = "--day", paramLabel = "DAY", description = "Billing day, like 2026-11-21; yesterday if not given.")
    private @Nullable String day;

    @Mixin
    private ConfirmOption confirm = new ConfirmOption();

    @Mixin
    private AllowMissingOption allowMissing = new AllowMissingOption();

    @Override
    GivenConsents given() {
        return GivenConsents.of(confirm.fingerprints(), allowMissing.files());
    }

    @Override
    RunRequest request() {
        BillingDay billingDay = day == null ? yesterday() : begunDay(day);
        return RunRequest.forDay(JobName.IMPORT_REFERENCE, billingDay);
    }
}
