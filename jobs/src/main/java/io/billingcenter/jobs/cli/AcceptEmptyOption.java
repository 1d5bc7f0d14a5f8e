package io.billingcenter.jobs.cli;

import picocli.CommandLine.Option;

/** The option by which the traffic store may have no folder for the day. */
final class AcceptEmptyOption {

    @Option(
            names = "--accept-empty",
            description = {
                "The day is meant to be without traffic: runs though no charged workspace has a folder for it.",
                "Of this day only, not of missed nights that are run first."
            })
    private boolean accepted;

    /** Returns whether it is accepted. */
    boolean isAccepted() {
        return accepted;
    }
}
