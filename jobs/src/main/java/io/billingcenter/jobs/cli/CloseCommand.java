package io.billingcenter.jobs.cli;

import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.RunRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Closes a month. */
@Command(
        name = "close",
        aliases = "closeMonth",
        description = "Issues the numbered invoices of a month and delivers them; from the 3rd of the next month.")
final class CloseCommand extends RunCommand {

    @Option(names = "--month", paramLabel = "MONTH", required = true, description = "Billing month, like 2026-10.")
    private String month = "";

    @Override
    RunRequest request() {
        BillingMonth billingMonth = BillingMonth.parse(month);
        BillingDay first = billingMonth.firstClosingDay();
        if (today().isBefore(first)) {
            throw new IllegalArgumentException("Expected a month that is over: " + billingMonth + " can be closed from "
                    + first + ", and today is " + today() + ".");
        }
        return RunRequest.forMonth(JobName.CLOSE_MONTH, billingMonth);
    }
}
