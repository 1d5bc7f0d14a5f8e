package io.billingcenter.jobs.cli;

import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.RunRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command that makes the documents of a closed month. */
@Command(
        name = "documents",
        aliases = "makeDocuments",
        description =
                "Makes the documents of a closed month and its files for other programs; a close does the same after it.")
final class DocumentsCommand extends RunCommand {

    @Option(names = "--month", paramLabel = "MONTH", required = true, description = "Billing month, like 2026-10.")
    private String month = "";

    @Override
    RunRequest request() {
        return RunRequest.forMonth(JobName.MAKE_DOCUMENTS, BillingMonth.parse(month));
    }
}
