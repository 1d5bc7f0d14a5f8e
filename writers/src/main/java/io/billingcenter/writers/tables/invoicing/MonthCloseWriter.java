package io.billingcenter.writers.tables.invoicing;

import io.billingcenter.domain.invoicing.CloseAcceptance;
import io.billingcenter.domain.invoicing.CloseChecklist;
import io.billingcenter.domain.invoicing.CloseFinding;
import io.billingcenter.domain.invoicing.IssueTerms;
import io.billingcenter.schema.TableRow;
import io.billingcenter.schema.invoicing.MonthCloseFindingTable;
import io.billingcenter.schema.invoicing.MonthCloseTable;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes the checklists of closed months and the acceptances: tables {@code month_close} and {@code month_close_finding}. */
public final class MonthCloseWriter {

    private final JdbcTemplate jdbc;

    /** Works through the template. */
    public MonthCloseWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Stores the checklist of a month, the acceptance under which it is closed and the terms of its invoices, in the
     * transaction that closes it.
     */
    public void store(CloseChecklist checklist, CloseAcceptance acceptance, IssueTerms terms, long runId) {
        MonthCloseTable.TABLE.insert(jdbc, MonthCloseTable.row(checklist, acceptance, terms, runId));
        List<TableRow> findings = new ArrayList<>();
        for (CloseFinding finding : checklist.findings()) {
            findings.add(MonthCloseFindingTable.row(checklist.month(), findings.size() + 1, finding));
        }
        MonthCloseFindingTable.TABLE.insert(jdbc, findings);
    }
}
