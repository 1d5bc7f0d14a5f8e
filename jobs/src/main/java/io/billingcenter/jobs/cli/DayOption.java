package io.billingcenter.jobs.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option with the billing day of a run. */
final class DayOption {

    @Option(names = "--day", paramLabel = "DAY", description = "Billing day, like 2026-11-21; yesterday if not given.")
    private @Nullable String day;

    /** Returns the day as it was given; null when it was not. */
    @Nullable
    String day() {
        return day;
    }
}
