package io.billingcenter.jobs.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The commands that list, export, replay and withdraw quarantined records; without a subcommand they are listed. */
@Command(
        name = "quarantine",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        synopsisSubcommandLabel = "[list|export|replay|withdraw]",
        description = {
            "Lists the records and files of a day that do not count; exports them for repair, and replays them.",
            "Withdraws a repair."
        },
        subcommands = {
            QuarantineListCommand.class,
            QuarantineExportCommand.class,
            QuarantineReplayCommand.class,
            QuarantineWithdrawCommand.class
        })
final class QuarantineCommand implements Callable<Integer>, CliContext.Parent {

    @Option(names = "--day", paramLabel = "DAY", description = "Billing day, like 2026-11-21.")
    private @Nullable String day;

    @Option(names = "--workspace", paramLabel = "ID", description = "Only this workspace; all if not given.")
    private @Nullable String workspace;

    @Mixin
    private RunOptions options = new RunOptions();

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private CliContext.Parent parent;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public CliContext cliContext() {
        return parent.cliContext();
    }

    @Override
    public Integer call() {
        if (day == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Missing required option: '--day=DAY', or one of the commands list, export, replay, withdraw");
        }
        return new QuarantineQuery(cliContext(), options, spec, day, workspace).list();
    }
}
