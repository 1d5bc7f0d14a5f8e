package io.billingcenter.readers.tables.guard;

import io.billingcenter.domain.guard.InputFinding;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.guard.InputFindingTable;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads findings about input, acknowledged or not: table {@code input_finding}. */
public final class InputFindings {

    private static final String ORDER = " ORDER BY billing_day, workspace_id, finding, subject";

    private final JdbcTemplate jdbc;

    /** Reads through the template. */
    public InputFindings(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns all findings, by day, workspace, kind and subject. */
    public List<InputFinding> all() {
        return jdbc.query(InputFindingTable.TABLE.select() + ORDER, (row, number) -> InputFindingTable.finding(row));
    }

    /** Returns the findings of billing days from one to another, ends included, in the same order. */
    public List<InputFinding> between(BillingDay first, BillingDay last) {
        return jdbc.query(
                InputFindingTable.TABLE.select() + " WHERE billing_day >= ? AND billing_day <= ?" + ORDER,
                (row, number) -> InputFindingTable.finding(row),
                first.date(),
                last.date());
    }
}
