package io.billingcenter.jobs.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of a command that may take over an output folder of a database that was lost. */
final class AdoptOptions {

    @Option(
            names = "--adopt-out",
            description =
                    "Take over an output folder without a marker, although it has content that the database does not"
                            + " know; needs --reason.")
    private boolean adopt;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; stored with the consent and sealed.")
    private String reason = "";

    /** Returns the reason that was given; empty when there is none. */
    String reason() {
        return reason;
    }

    /**
     * Returns the reason for which the folder is taken over; null when it is not.
     *
     * @throws IllegalArgumentException when no reason is given
     */
    @Nullable
    String adoption() {
        if (adopt && reason.isBlank()) {
            throw new IllegalArgumentException("Expected --reason TEXT with --adopt-out, found none; give both");
        }
        return adopt ? reason : null;
    }
}
