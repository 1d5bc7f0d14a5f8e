package io.billingcenter.jobs.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of a command that may take over an output folder of a database that was lost. */
final class AdoptOptions {

    @Option(
            names = "--adopt-out",
            description = "Take over an output folder without a marker, although it holds what the database does not"
                    + " know; needs --reason.")
    private boolean adopt;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why the folder is taken over; stored and sealed.")
    private @Nullable String reason;

    /**
     * Why the folder is taken over; null when it is not.
     *
     * @throws IllegalArgumentException when only one of the options was given
     */
    @Nullable
    String adoption() {
        if (adopt != (reason != null && !reason.isBlank())) {
            throw new IllegalArgumentException("Expected --adopt-out and --reason TEXT together; give both or none");
        }
        return reason;
    }
}
