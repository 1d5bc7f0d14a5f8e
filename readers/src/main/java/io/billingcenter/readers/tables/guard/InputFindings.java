package io.billingcenter.readers.tables.guard;

import io.billingcenter.domain.guard.InputFinding;
import io.billingcenter.domain.guard.InputFindingKind;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.readers.tables.paging.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** The input that is not as expected at present: table {@code input_finding}, acknowledged or not. */
public final class InputFindings {

    private static final String COLUMNS = "workspace_id, billing_day, finding, subject, detail";
    private static final String ORDER = " ORDER BY billing_day, workspace_id, finding, subject";

    private final JdbcTemplate jdbc;

    /** Reads through the template. */
    public InputFindings(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** All findings, by day, workspace, kind and subject. */
    public List<InputFinding> all() {
        return jdbc.query("SELECT " + COLUMNS + " FROM input_finding" + ORDER, (row, number) -> finding(row));
    }

    /** The findings of billing days from one to another, ends included, in the same order. */
    public List<InputFinding> between(BillingDay first, BillingDay last) {
        return jdbc.query(
                "SELECT " + COLUMNS + " FROM input_finding WHERE billing_day >= ? AND billing_day <= ?" + ORDER,
                (row, number) -> finding(row),
                first.date(),
                last.date());
    }

    private static InputFinding finding(ResultSet row) throws SQLException {
        String code = row.getString("finding");
        return new InputFinding(
                Columns.workspaceDay(row),
                Columns.known(
                        Arrays.stream(InputFindingKind.values())
                                .filter(kind -> kind.code().equals(code))
                                .findFirst(),
                        "finding"),
                row.getString("subject"),
                row.getString("detail"));
    }
}
