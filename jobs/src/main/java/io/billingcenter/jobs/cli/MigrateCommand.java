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

/** The command that upgrades the database of an older program. */
@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Upgrades the tables of an older program, after everything in them was verified and an embedded"
                + " database was copied. Commands that run a job do the same.")
final class MigrateCommand implements Callable<Integer> {

    @Option(names = "--accept", description = "Upgrade although rows are not as they were sealed; needs --reason.")
    private boolean accept;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; stored and sealed.")
    private @Nullable String reason;

    @Mixin
    private RunOptions options = new RunOptions();

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private CliContext.Parent parent;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (accept != (reason != null && !reason.isBlank())) {
            throw new ParameterException(
                    spec.commandLine(), "Expected --accept and --reason TEXT together, found one of them; give both");
        }
        CliContext cli = parent.cliContext();
        return new CommandRun(cli, options.properties()).migrate(reason).code();
    }
}
