package io.billingcenter.jobs.cli;

import io.billingcenter.jobs.outbox.ShipRequests;
import io.billingcenter.jobs.outbox.ShipRequests.Choice;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The command that sends delivered files to the targets of the settings. */
@Command(
        name = "ship",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Sends delivered files that are still to be sent to the targets of billing.delivery.targets. A target gets what",
            "is delivered after it was configured; --period with --target sends an earlier period. Nothing is ever replaced",
            "at a receiver. Ends with 2 while something is open."
        })
final class ShipCommand implements Callable<Integer> {

    @Option(
            names = "--period",
            paramLabel = "PERIOD",
            description = "Only this day, month or set, like 2026-10-15, 2026-10 or 2026-10/documents.")
    private @Nullable String period;

    @Option(names = "--target", paramLabel = "NAME", description = "Only this target.")
    private @Nullable String target;

    @Option(names = "--dry-run", description = "Sends nothing: prints what would be sent, and to whom.")
    private boolean dryRun;

    @Option(
            names = "--again",
            description = "Also what was refused or given up; with --period also what was shipped, which the receiver"
                    + " compares.")
    private boolean again;

    @Option(names = "--yes", description = "Confirms that the --target sends mail to accounts, once and for all.")
    private boolean yes;

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
        if (yes && target == null || dryRun && (yes || again)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Expected --yes with --target, and --dry-run without --yes and --again; correct the options");
        }
        CommandRun run = new CommandRun(parent.cliContext(), options.properties());
        return (dryRun ? run.query(this::show) : run.executeLocked(this::ship)).code();
    }

    private ExitStatus show(ConfigurableApplicationContext context) {
        context.getBean(ShipRequests.class)
                .show(new Choice(period, target), parent.cliContext().out());
        return ExitStatus.DONE;
    }

    private ExitStatus ship(ConfigurableApplicationContext context) {
        boolean done = context.getBean(ShipRequests.class)
                .ship(
                        new Choice(period, target),
                        again,
                        yes,
                        parent.cliContext().out());
        return done ? ExitStatus.DONE : ExitStatus.ATTENTION;
    }
}
