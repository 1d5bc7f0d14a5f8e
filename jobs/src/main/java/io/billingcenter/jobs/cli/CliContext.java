package io.billingcenter.jobs.cli;

import io.billingcenter.jobs.progress.ProgressOutput;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;

/**
 * The process in which a command runs. Everything else comes from options and settings.
 *
 * @param clock decides which day is today; nothing is computed from it
 * @param home folder against which default paths are resolved
 * @param out standard output
 * @param err standard error
 * @param progress output of the progress of a run
 */
record CliContext(Clock clock, Path home, PrintWriter out, PrintWriter err, ProgressOutput progress) {

    /** A command with subcommands, which passes its context on to them. */
    interface Parent {

        /** Returns the context of the command. */
        CliContext cliContext();
    }
}
