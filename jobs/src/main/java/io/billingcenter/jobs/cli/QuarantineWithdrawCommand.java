package io.billingcenter.jobs.cli;

import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.RunRequest;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** The command that withdraws a repair. */
@Command(
        name = "withdraw",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Removes a repair file that 'quarantine replay' has written.",
            "The next night posts the difference; no other file of the workspace-day counts as withdrawn."
        })
final class QuarantineWithdrawCommand implements Callable<Integer> {

    @Option(
            names = "--file",
            paramLabel = "NAME",
            required = true,
            description = "Name of the repair file, as 'quarantine list' shows it.")
    private Path file = Path.of("");

    @Mixin
    private RunOptions options = new RunOptions();

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private CliContext.Parent parent;

    @Override
    public Integer call() {
        CliContext cli = parent.cliContext();
        BillingDay today = new BillingDay(LocalDate.ofInstant(cli.clock().instant(), ZoneOffset.UTC));
        RunRequest request = new RunRequest(JobName.WITHDRAW_REPAIR, today, null, today, null, file.getFileName());
        return new CommandRun(cli, options.properties()).execute(request).code();
    }
}
