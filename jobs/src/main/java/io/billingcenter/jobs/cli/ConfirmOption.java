package io.billingcenter.jobs.cli;

import java.util.List;
import picocli.CommandLine.Option;

/** The option by which a command consents to a stop. */
final class ConfirmOption {

    @Option(
            names = "--confirm",
            paramLabel = "FINGERPRINT",
            description = "Consent to the reasons for which a guard stopped a run; may be given several times.")
    private List<String> fingerprints = List.of();

    List<String> fingerprints() {
        return fingerprints;
    }
}
