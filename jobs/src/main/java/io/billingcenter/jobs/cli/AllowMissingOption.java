package io.billingcenter.jobs.cli;

import java.util.List;
import picocli.CommandLine.Option;

/** The option by which reference files may be gone. */
final class AllowMissingOption {

    @Option(
            names = "--allow-missing",
            paramLabel = "NAME",
            split = ",",
            description = "Reference files, without .csv, that are gone for good: they are empty from now on.")
    private List<String> files = List.of();

    List<String> files() {
        return files;
    }
}
