package io.billingcenter.benchmarks;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program behind {@code benchmarks/run}: one command, one kind of measurement. */
@Command(
        name = "benchmarks/run",
        mixinStandardHelpOptions = true,
        description = "Makes traffic and measures how fast it is metered.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {Generate.class, Compare.class, DuckDb.class, Read.class, Jmh.class})
public final class Benchmarks {

    private Benchmarks() {}

    /** Runs one command and ends the process with its exit status. */
    public static void main(String... args) {
        CommandLine line = new CommandLine(new Benchmarks());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        System.exit(line.execute(args));
    }
}
