package io.billingcenter.jobs.cli;

import io.billingcenter.domain.invoicing.InvoiceCorrection;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.readers.tables.invoicing.IssuedInvoices;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command that voids an invoice. */
@Command(
        name = "void",
        aliases = "voidInvoice",
        description = {
            "Voids an invoice that nobody outside has, such as one with a wrong title: its postings get an invoice with",
            "another number, for which names and profiles are read again. No money moves."
        })
final class VoidCommand extends CorrectionCommand {

    @Mixin
    private CorrectionOptions options = new CorrectionOptions();

    @Override
    InvoiceCorrection correction() {
        return options.correction("", today());
    }

    @Override
    RunRequest request(InvoiceCorrection correction, JdbcTemplate jdbc) {
        IssuedInvoices invoices = new IssuedInvoices(jdbc);
        BillingMonth month = invoices.monthOfVoided(correction.invoice(), correction.reason())
                .orElseGet(() -> invoices.require(correction.invoice()).month());
        return RunRequest.forMonth(JobName.VOID_INVOICE, month).correcting(correction);
    }
}
