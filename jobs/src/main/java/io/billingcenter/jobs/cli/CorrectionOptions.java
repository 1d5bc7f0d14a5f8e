package io.billingcenter.jobs.cli;

import io.billingcenter.domain.invoicing.InvoiceCorrection;
import io.billingcenter.domain.time.BillingDay;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The invoice that a command corrects, and the reason. */
final class CorrectionOptions {

    @Parameters(paramLabel = "INVOICE", description = "Number of the invoice, like INV-2026-000001.")
    private String invoice = "";

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            required = true,
            description =
                    "Why; it is kept with your name and the day, and sealed. The same command with the same reason"
                            + " is a repeat and does nothing twice.")
    private String reason = "";

    /**
     * Returns the request of a person.
     *
     * @param lines the lines of the invoice; empty for all of it
     * @throws IllegalArgumentException if there is no reason
     */
    InvoiceCorrection correction(String lines, BillingDay today) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("Expected a reason with --reason, found nothing; add it");
        }
        return new InvoiceCorrection(
                invoice.strip(), lines, reason.strip(), String.valueOf(System.getProperty("user.name")), today);
    }
}
