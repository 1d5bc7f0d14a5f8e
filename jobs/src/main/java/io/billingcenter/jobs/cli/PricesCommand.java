package io.billingcenter.jobs.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** The commands that answer questions about prices. */
@Command(
        name = "prices",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Checks the prices that would be imported, and shows those in force.",
        subcommands = {PricesLintCommand.class, PricesShowCommand.class})
final class PricesCommand implements CliContext.Parent {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private CliContext.Parent parent;

    @Override
    public CliContext cliContext() {
        return parent.cliContext();
    }
}
