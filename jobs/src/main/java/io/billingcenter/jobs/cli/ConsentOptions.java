package io.billingcenter.jobs.cli;

import io.billingcenter.jobs.guard.GivenConsents;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options by which a command consents to the findings of a guard and to missing reference files. */
final class ConsentOptions {

    @Mixin
    private ConfirmOption confirm = new ConfirmOption();

    @Option(
            names = "--allow-missing",
            paramLabel = "NAME",
            split = ",",
            description = "Reference files, without .csv, that are gone for good: they are empty from now on.")
    private List<String> missing = List.of();

    /**
     * Returns the consents.
     *
     * @throws IllegalArgumentException for the name of no reference file
     */
    GivenConsents consents() {
        return GivenConsents.of(confirm.fingerprints(), missing);
    }
}
