package io.billingcenter.jobs.invoicing;

import io.billingcenter.domain.invoicing.IssueDate;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.readers.tables.invoicing.CloseFactsReader;
import io.billingcenter.readers.tables.invoicing.IssueTermsReader;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The dates of invoices that exist: a repeated close does not change them. */
@Component
public class IssueDateAdmission {

    private final JdbcTemplate jdbc;

    IssueDateAdmission(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Checks that the run gives the invoices of a closed month no other date.
     *
     * @throws IllegalArgumentException when a person gave another date
     */
    public void admit(RunRequest request) {
        IssueDate given = request.statements().issueDate();
        if (request.job() != JobName.CLOSE_MONTH || given == null || !given.isGiven()) {
            return;
        }
        BillingMonth month = request.requireMonth();
        Optional<BillingDay> stored = new IssueTermsReader(jdbc).invoiceDate(month);
        if (new CloseFactsReader(jdbc).isClosed(month) && !stored.equals(Optional.of(given.day()))) {
            throw new IllegalArgumentException("Expected the date with which the invoices of " + month
                    + " were issued, " + stored.map(BillingDay::toString).orElse("which is none")
                    + ", found --issue-date " + given.day() + "; leave the option out");
        }
    }
}
