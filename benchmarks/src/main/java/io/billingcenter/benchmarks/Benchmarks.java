package io.billingcenter.benchmarks;

import io.billingcenter.benchmarks.comparison.DifferentRowsException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program that {@code benchmarks/run} starts: one command for each kind of measurement. */
@Command(
        name = "benchmarks/run",
        mixinStandardHelpOptions = true,
        description = "Generates traffic and measures the speed of metering and of whole nights.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            Bars.class,
            Compare.class,
            Night.class,
            Threads.class,
            Grow.class,
            Store.class,
            Settle.class,
            Month.class,
            Read.class,
            Jmh.class,
            Generate.class,
            DuckDb.class,
            DuckDbNightly.class
        })
public final class Benchmarks {

    private static final int DIFFERENT = 3;

    private Benchmarks() {}

    /** Runs one command and ends the process with its exit status. */
    public static void main(String... args) {
        CommandLine line = new CommandLine(new Benchmarks());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler(Benchmarks::tell);
        System.exit(line.execute(args));
    }

    /**
     * Reports a wrong option in one line and different results in a few; anything else is a defect or a failing machine
     * and is reported in full.
     */
    private static int tell(Exception problem, CommandLine line, CommandLine.ParseResult parsed) throws Exception {
        if (problem instanceof IllegalArgumentException) {
            line.getErr().println("benchmarks/run: " + problem.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
        if (problem instanceof DifferentRowsException) {
            line.getErr().println(problem.getMessage());
            return DIFFERENT;
        }
        throw problem;
    }
}
