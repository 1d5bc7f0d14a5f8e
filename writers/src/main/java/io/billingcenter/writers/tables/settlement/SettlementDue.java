package io.billingcenter.writers.tables.settlement;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.TableRow;
import io.billingcenter.schema.settlement.SettlementDueTable;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Marks bills that have changed since they were settled: table {@code settlement_due}. Every writer of postings marks their bills. */
public final class SettlementDue {

    /**
     * The bill and workspace of postings.
     *
     * @param workspace null for postings that no single workspace causes
     */
    public record Posted(
            BillingAccountId account,
            BillingDay postedDay,
            @Nullable WorkspaceId workspace) {}

    private final JdbcTemplate jdbc;

    /** Writes through the template. */
    public SettlementDue(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Marks the bills of postings; belongs in the transaction of the postings. A bill is marked once, under the first of the
     * workspaces. A workspace belongs to one partition, so no other thread marks the same row at the same time.
     */
    public void mark(Collection<Posted> posted) {
        record Bill(BillingAccountId account, BillingDay postedDay) {}
        Map<Bill, Posted> firsts = new LinkedHashMap<>();
        posted.forEach(
                change -> firsts.merge(new Bill(change.account(), change.postedDay()), change, SettlementDue::firstOf));
        List<TableRow> rows = firsts.values().stream()
                .map(change -> SettlementDueTable.TABLE
                        .row()
                        .set(SettlementDueTable.ACCOUNT_ID, change.account())
                        .set(SettlementDueTable.POSTED_DAY, change.postedDay())
                        .set(SettlementDueTable.WORKSPACE_ID, change.workspace()))
                .toList();
        SettlementDueTable.TABLE.delete(jdbc, SettlementDueTable.KEY, rows);
        SettlementDueTable.TABLE.insert(jdbc, rows);
    }

    private static Posted firstOf(Posted one, Posted other) {
        if (one.workspace() == null) {
            return one;
        }
        return other.workspace() == null || other.workspace().compareTo(one.workspace()) < 0 ? other : one;
    }
}
