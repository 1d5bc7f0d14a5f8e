package io.billingcenter.jobs.invoicing;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.config.GuardSettings;
import io.billingcenter.config.MonthFileSettings;
import io.billingcenter.domain.delivery.InvoiceLayout;
import io.billingcenter.domain.invoicing.CloseAcceptance;
import io.billingcenter.domain.invoicing.CloseChecklist;
import io.billingcenter.domain.invoicing.CloseFinding;
import io.billingcenter.domain.invoicing.CloseRefusedException;
import io.billingcenter.domain.invoicing.IssueDate;
import io.billingcenter.domain.invoicing.IssueTerms;
import io.billingcenter.domain.invoicing.SilentWorkspaces;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.readers.tables.invoicing.CloseFactsReader;
import io.billingcenter.readers.tables.invoicing.IssueTermsReader;
import io.billingcenter.writers.tables.invoicing.ClosedMonthWriter;
import io.billingcenter.writers.tables.invoicing.MonthCloseWriter;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The checklists of months, and the closes that they allow. */
@Component
class MonthChecklists {

    private final JdbcTemplate jdbc;
    private final GuardSettings.Silence silence;
    private final MonthFileSettings files;

    MonthChecklists(JdbcTemplate jdbc, BillingSettings settings) {
        this.jdbc = jdbc;
        this.silence = settings.guard().silence();
        this.files = settings.delivery();
    }

    /** Returns the present checklist of a month. */
    CloseChecklist of(BillingMonth month) {
        SilentWorkspaces.Limit limit =
                new SilentWorkspaces.Limit(silence.chargeShare(), silence.workspaces(), silence.workspaceShare());
        return CloseChecklist.of(new CloseFactsReader(jdbc).read(month, limit));
    }

    /** Returns whether the month is closed, so that its checklist is no longer checked. */
    boolean isClosed(BillingMonth month) {
        return new CloseFactsReader(jdbc).isClosed(month);
    }

    /**
     * Closes a month for postings and stores, in the same transaction, the findings against it, their acceptance, and the
     * date and layout of its invoices. A closed month stays as it is, and its checklist is not checked again.
     *
     * @throws CloseRefusedException when the checklist has a finding that is not accepted
     */
    void close(BillingMonth month, CloseAcceptance acceptance, IssueDate issueDate, long runId) {
        if (isClosed(month)) {
            return;
        }
        CloseChecklist checklist = of(month);
        List<CloseFinding> against = checklist.against(acceptance.reasons());
        if (!against.isEmpty()) {
            throw new CloseRefusedException(checklist, against);
        }
        // Before the month itself is among the closed ones.
        IssueTerms terms = new IssueTerms(issueDate.day(), layout());
        new ClosedMonthWriter(jdbc).seal(month);
        new MonthCloseWriter(jdbc).store(checklist, acceptance, terms, runId);
    }

    /** Returns the layout of a month that is closed now: an installation keeps the one it has until another one is set. */
    InvoiceLayout layout() {
        return files.layout().or(() -> new IssueTermsReader(jdbc).lastLayout()).orElse(InvoiceLayout.VERSION_2);
    }
}
