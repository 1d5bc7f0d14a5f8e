package io.billingcenter.writers.tables.settlement;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.time.BillingDay;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which bills have changed since they were settled: table {@code settlement_due}. Whoever posts marks what it posted. */
public final class SettlementDue {

    private static final String KEY = "account_id = ? AND posted_day = ? AND workspace_id = ?";

    /**
     * What was posted.
     *
     * @param workspace null for what no single workspace causes
     */
    public record Posted(
            BillingAccountId account,
            BillingDay postedDay,
            @Nullable WorkspaceId workspace) {}

    private final JdbcTemplate jdbc;

    /** The table of this database. */
    public SettlementDue(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Notes that something was posted; belongs in the transaction of the postings. A workspace belongs to one partition, so
     * nobody else notes the same row at the same time.
     */
    public void mark(Collection<Posted> posted) {
        List<Object[]> rows = posted.stream()
                .distinct()
                .map(change -> new Object[] {
                    change.account().value(),
                    change.postedDay().date(),
                    change.workspace() == null ? "" : change.workspace().value()
                })
                .toList();
        if (!rows.isEmpty()) {
            jdbc.batchUpdate("DELETE FROM settlement_due WHERE " + KEY, rows);
            jdbc.batchUpdate(
                    "INSERT INTO settlement_due (account_id, posted_day, workspace_id) VALUES (?, ?, ?)", rows);
        }
    }
}
