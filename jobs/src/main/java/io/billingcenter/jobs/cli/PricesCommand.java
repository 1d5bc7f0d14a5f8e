package io.billingcenter.jobs.cli;

import io.billingcenter.jobs.cli.BillingCommand.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** What can be asked about prices; nothing is changed. */
@Command(
        name = "prices",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Checks the prices that would be imported, and shows those in force.",
        subcommands = {PricesLintCommand.class, PricesShowCommand.class})
final class PricesCommand {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private BillingCommand parent;

    Surroundings surroundings() {
        return parent.surroundings();
    }
}
