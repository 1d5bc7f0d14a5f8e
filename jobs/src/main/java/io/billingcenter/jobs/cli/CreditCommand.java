package io.billingcenter.jobs.cli;

import io.billingcenter.domain.invoicing.CreditedLines;
import io.billingcenter.domain.invoicing.InvoiceCorrection;
import io.billingcenter.domain.invoicing.IssueDate;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.readers.tables.invoicing.IssuedInvoices;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command that credits an invoice. */
@Command(
        name = "credit",
        aliases = "creditInvoice",
        description = {
            "Takes back amounts of an invoice: posts them under the first open day, pays them back to what paid them, and",
            "issues a credit note that refers to the invoice."
        })
final class CreditCommand extends CorrectionCommand {

    @Mixin
    private CorrectionOptions options = new CorrectionOptions();

    @Option(
            names = "--lines",
            paramLabel = "LINE[=AMOUNT]",
            split = ",",
            description =
                    "Lines of the invoice, written workspace:meter:retention as in invoice-lines.csv, each with an"
                            + " amount if not everything that is left of it is credited; without lines, all that is left of"
                            + " the invoice.")
    private List<String> lines = List.of();

    @Option(
            names = "--issue-date",
            paramLabel = "DAY",
            description = "Date of the credit note; today by default. It is stored, so that a repeat changes nothing.")
    private @Nullable String issueDate;

    @Override
    InvoiceCorrection correction() {
        if (issueDate != null) {
            date();
        }
        return options.correction(CreditedLines.of(lines).toString(), today());
    }

    @Override
    RunRequest request(InvoiceCorrection correction, JdbcTemplate jdbc) {
        IssuedInvoices invoices = new IssuedInvoices(jdbc);
        BillingDay day = invoices.madeFor(correction)
                .map(IssuedInvoices.Made::postedDay)
                .orElseGet(() -> invoices.firstOpenDayAfter(
                        invoices.require(correction.invoice()).month()));
        return RunRequest.forDay(JobName.CREDIT_INVOICE, day)
                .correcting(correction)
                .issuingOn(issueDate == null ? new IssueDate(today(), false) : new IssueDate(date(), true));
    }

    private BillingDay date() {
        return BillingDay.parse(String.valueOf(issueDate));
    }
}
