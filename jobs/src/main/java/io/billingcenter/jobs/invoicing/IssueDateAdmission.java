package io.billingcenter.jobs.invoicing;

import io.billingcenter.domain.invoicing.InvoiceCorrection;
import io.billingcenter.domain.invoicing.IssueDate;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.readers.tables.invoicing.CloseFactsReader;
import io.billingcenter.readers.tables.invoicing.IssueTermsReader;
import io.billingcenter.readers.tables.invoicing.IssuedInvoices;
import io.billingcenter.readers.tables.invoicing.IssuedInvoices.Made;
import io.billingcenter.readers.tables.invoicing.StoredInvoices;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The dates of documents that exist: no repeat changes them, and no credit note is older than its invoice. */
@Component
public class IssueDateAdmission {

    private final JdbcTemplate jdbc;

    IssueDateAdmission(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Checks that the run gives the invoices of a closed month, or a credit note that exists, no other date, and a new credit
     * note none before that of its invoice.
     *
     * @throws IllegalArgumentException when the date is another one, or too early
     */
    public void admit(RunRequest request) {
        IssueDate given = request.statements().issueDate();
        if (given == null) {
            return;
        }
        if (request.job() == JobName.CREDIT_INVOICE) {
            admitCredit(request.requireCorrection(), given);
        } else if (request.job() == JobName.CLOSE_MONTH && given.isGiven()) {
            admitClose(request, given);
        }
    }

    private void admitCredit(InvoiceCorrection correction, IssueDate given) {
        Optional<Made> made = new IssuedInvoices(jdbc).madeFor(correction);
        if (made.isPresent()) {
            Optional<BillingDay> stored = dateOf(made.get().number());
            if (given.isGiven() && !stored.equals(Optional.of(given.day()))) {
                throw new IllegalArgumentException("Expected the date with which credit note "
                        + made.get().number() + " was issued, "
                        + stored.map(BillingDay::toString).orElse("which is none") + ", found --issue-date "
                        + given.day() + "; leave the option out");
            }
            return;
        }
        dateOf(correction.invoice())
                .filter(date -> given.day().compareTo(date) < 0)
                .ifPresent(date -> {
                    throw new IllegalArgumentException("Expected a credit note that is not older than its invoice "
                            + correction.invoice() + " of " + date + ", found "
                            + (given.isGiven() ? "--issue-date " : "today, ") + given.day()
                            + "; give --issue-date with that day or a later one. Nothing was posted");
                });
    }

    private Optional<BillingDay> dateOf(String document) {
        return new StoredInvoices(jdbc).header(document).flatMap(header -> Optional.ofNullable(header.invoiceDate()));
    }

    private void admitClose(RunRequest request, IssueDate given) {
        BillingMonth month = request.requireMonth();
        Optional<BillingDay> stored = new IssueTermsReader(jdbc).invoiceDate(month);
        if (new CloseFactsReader(jdbc).isClosed(month) && !stored.equals(Optional.of(given.day()))) {
            throw new IllegalArgumentException("Expected the date with which the invoices of " + month
                    + " were issued, " + stored.map(BillingDay::toString).orElse("which is none")
                    + ", found --issue-date " + given.day() + "; leave the option out");
        }
    }
}
