package io.billingcenter.writers.tables.invoicing;

import io.billingcenter.domain.invoicing.CloseAcceptance;
import io.billingcenter.domain.invoicing.CloseChecklist;
import io.billingcenter.domain.invoicing.CloseFinding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The checklists of closed months and what was accepted: tables {@code month_close} and {@code month_close_finding}. */
public final class MonthCloseWriter {

    /** The longest text that a column takes, in characters. */
    private static final int LONGEST_TEXT = 4_000;

    private final JdbcTemplate jdbc;

    /** The tables of this database. */
    public MonthCloseWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores the checklist of a month and the acceptance under which it is closed, in the transaction that closes it. */
    public void store(CloseChecklist checklist, CloseAcceptance acceptance, long runId) {
        jdbc.update(
                "INSERT INTO month_close (billing_month, accepted, reason, accepted_by, accepted_on, digest, run_id)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                checklist.month().toString(),
                acceptance.names(),
                shortened(acceptance.why()),
                shortened(acceptance.by()),
                acceptance.on() == null ? null : acceptance.on().date(),
                checklist.digest(),
                runId);
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (CloseFinding finding : checklist.findings()) {
            rows.add(new @Nullable Object[] {
                checklist.month().toString(),
                rows.size() + 1,
                finding.reason().text(),
                finding.day() == null ? null : finding.day().date(),
                finding.subject(),
                shortened(finding.detail()),
                finding.effect().text()
            });
        }
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(
                    "INSERT INTO month_close_finding (billing_month, item, reason, finding_day, subject, detail, effect)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    rows);
        }
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }
}
