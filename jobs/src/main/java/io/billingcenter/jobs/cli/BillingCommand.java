package io.billingcenter.jobs.cli;

import io.billingcenter.jobs.progress.ProgressOutput;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The program {@code billing}: one command, one run. */
@Command(
        name = "billing",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        description = "Turns the raw traffic logs of every workspace into invoices that add up.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Exit status: 0 done, 1 wrong use or configuration, 2 done with something to look at, 3 out of balance,",
            "4 stopped by a guard or a checklist before anything was posted or numbered, 5 failed, 75 another run is",
            "working (try again later, nothing was done), 130 and 143 stopped by a signal.",
            "A repeat of any command is harmless; after a failure, a crash or a signal the same command resumes."
        })
public final class BillingCommand implements CliContext.Parent {

    /** The commands in the order of the help. */
    private static final List<Class<?>> COMMANDS = List.of(
            NightlyCommand.class,
            ImportCommand.class,
            MeterCommand.class,
            BillCommand.class,
            SettleCommand.class,
            AlertsCommand.class,
            DeliverCommand.class,
            PricesCommand.class,
            CloseCommand.class,
            CreditCommand.class,
            VoidCommand.class,
            DocumentsCommand.class,
            RerunCommand.class,
            ReconcileCommand.class,
            VerifyCommand.class,
            PurgeCommand.class,
            QuarantineCommand.class,
            MigrateCommand.class,
            RunsCommand.class,
            CoverageCommand.class,
            HoldsCommand.class,
            ConfirmCommand.class,
            ExplainCommand.class,
            DiffCommand.class,
            WhatIfCommand.class);

    /** System property with the folder of the launcher, against which default paths are resolved. */
    static final String HOME_PROPERTY = "billing.home";

    /** System property by which the launcher reports that standard error is a terminal. */
    private static final String TERMINAL_PROPERTY = "billing.terminal";

    private final CliContext cli;

    private BillingCommand(CliContext cli) {
        this.cli = cli;
    }

    @Override
    public CliContext cliContext() {
        return cli;
    }

    /** Runs one command and ends the process with its exit status. */
    public static void main(String... args) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        Path home = Path.of(System.getProperty(HOME_PROPERTY, "")).toAbsolutePath();
        ProgressOutput progress =
                Boolean.getBoolean(TERMINAL_PROPERTY) ? ProgressOutput.onTerminal(err) : ProgressOutput.inLog();
        System.exit(run(new CliContext(Clock.systemUTC(), home, out, err, progress), args));
    }

    /**
     * Runs one command within this process.
     *
     * @param clock decides which day was yesterday and whether a month may be closed, and measures the speed of reading;
     *     nothing is computed from it
     * @param home folder against which default paths are resolved
     * @return the exit status
     */
    public static int run(Clock clock, Path home, PrintWriter out, PrintWriter err, String... args) {
        return run(new CliContext(clock, home, out, err, ProgressOutput.inLog()), args);
    }

    private static int run(CliContext cli, String... args) {
        CommandLine line = new CommandLine(new BillingCommand(cli));
        commandsFor(args).forEach(line::addSubcommand);
        line.setOut(cli.out());
        line.setErr(cli.err());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler(BillingCommand::printWrongUse);
        line.setExecutionExceptionHandler(BillingCommand::printFailure);
        line.setExecutionStrategy(new CommandLine.RunLast());
        if (args.length == 0) {
            line.usage(cli.err());
            return ExitStatus.WRONG_USE.code();
        }
        return line.execute(args);
    }

    /** Returns the requested command alone, since describing all of them takes longer than some of them; all if there is none. */
    private static List<Class<?>> commandsFor(String... args) {
        List<Class<?>> wanted = COMMANDS.stream()
                .filter(type -> args.length > 0 && isCalled(type.getAnnotation(Command.class), args[0]))
                .toList();
        return wanted.isEmpty() ? COMMANDS : wanted;
    }

    private static boolean isCalled(Command command, String name) {
        return command.name().equals(name) || List.of(command.aliases()).contains(name);
    }

    private static int printFailure(Exception problem, CommandLine line, ParseResult parsed) {
        FailureText failure = FailureText.of(List.of(problem), "the database");
        line.getErr().println("billing: " + failure.message());
        return failure.status().code();
    }

    private static int printWrongUse(ParameterException problem, String[] args) {
        CommandLine line = problem.getCommandLine();
        line.getErr().println("billing: " + problem.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(problem, line.getErr());
        line.getErr().println("Try '" + line.getCommandSpec().qualifiedName() + " --help'.");
        return ExitStatus.WRONG_USE.code();
    }
}
