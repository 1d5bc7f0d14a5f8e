package io.billingcenter.jobs.cli;

import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.jobs.archive.PurgeConditions;
import io.billingcenter.jobs.archive.PurgePlans;
import io.billingcenter.jobs.launch.Folders;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.RunRequest;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command that moves the details of closed months into archive files. */
@Command(
        name = "purge",
        description = {
            "Moves the details of the days before a month into archive files below the setting billing.archive, which",
            "verify and explain still read; postings, ledger, payments and invoices stay. Without --yes it only prints",
            "what it would move. Refused while anything of these months is open."
        })
final class PurgeCommand extends RunCommand {

    @Option(
            names = "--before",
            paramLabel = "MONTH",
            required = true,
            description = "The first month whose details stay, like 2026-10.")
    private String before = "";

    @Option(names = "--yes", description = "Do it. Without it, nothing is changed.")
    private boolean yes;

    @Override
    RunRequest request() {
        return RunRequest.forMonth(JobName.PURGE, BillingMonth.parse(before));
    }

    @Override
    ExitStatus run(RunRequest request) {
        return yes ? super.run(request) : start().query(context -> preview(context, request.requireMonth()));
    }

    private ExitStatus preview(ConfigurableApplicationContext context, BillingMonth month) {
        context.getBean(Folders.class).requireArchive();
        context.getBean(PurgePlans.class).show(month, cliContext().out());
        cliContext().out().flush();
        context.getBean(PurgeConditions.class).require(month);
        cliContext().out().println("Nothing was changed; run the same command with --yes to do it.");
        cliContext().out().flush();
        return ExitStatus.DONE;
    }
}
