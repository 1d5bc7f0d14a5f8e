package io.billingcenter.readers.tables.invoicing;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.billing.PostingKind;
import io.billingcenter.domain.invoicing.InvoiceLine;
import io.billingcenter.domain.invoicing.LineDetail;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.domain.usage.MeterTier;
import io.billingcenter.readers.tables.paging.BilledAccount;
import io.billingcenter.readers.tables.paging.BilledAccountPage;
import io.billingcenter.schema.MeterTierColumns;
import io.billingcenter.schema.billing.PostingTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Reads the lines of invoices: the postings of a month, added up by workspace, tier and kind, and within a line by unit price and, for
 * adjustments, by billing day.
 */
final class InvoiceLines {

    private static final String LINES = """
            SELECT l.account_id, l.currency, l.workspace_id, l.meter, l.retention_days, l.kind, l.billing_day,
              l.unit_price, l.quantity, l.amount
            FROM %s CROSS JOIN LATERAL (
              SELECT p.account_id, p.currency, p.workspace_id, p.meter, p.retention_days, p.kind,
                CASE WHEN p.kind = 'adjustment' THEN p.billing_day END AS billing_day, p.unit_price,
                SUM(p.quantity) AS quantity, SUM(p.amount) AS amount
              FROM posting p
              WHERE p.account_id = account.account_id AND p.currency = account.currency
                AND p.posted_day >= :from AND p.posted_day < :to AND p.kind <> 'credit'
              GROUP BY p.account_id, p.currency, p.workspace_id, p.meter, p.retention_days, p.kind,
                CASE WHEN p.kind = 'adjustment' THEN p.billing_day END, p.unit_price) l
            ORDER BY l.account_id, l.currency, l.workspace_id, l.meter, l.retention_days, l.kind, l.billing_day,
              l.unit_price""";

    /** The line that a part belongs to. */
    private record Key(
            @Nullable WorkspaceId workspace, @Nullable MeterTier tier, PostingKind kind) {}

    private final NamedParameterJdbcTemplate jdbc;
    private final Map<String, Object> month;

    InvoiceLines(JdbcTemplate jdbc, BillingMonth month) {
        this.jdbc = new NamedParameterJdbcTemplate(jdbc);
        this.month = Map.of(
                "from", month.firstDay().date(), "to", month.endExclusive().date());
    }

    /** Returns the lines of each account in their order. */
    Map<BilledAccount, List<InvoiceLine>> of(BilledAccountPage page) {
        Map<BilledAccount, Map<Key, List<LineDetail>>> details = new HashMap<>();
        jdbc.query(page.in(LINES), page.parameters(month), (ResultSet row) -> {
            BilledAccount account = BilledAccountPage.account(row);
            details.computeIfAbsent(account, first -> new LinkedHashMap<>())
                    .computeIfAbsent(key(row), first -> new ArrayList<>())
                    .add(detail(row, account.currency()));
        });
        Map<BilledAccount, List<InvoiceLine>> lines = new HashMap<>();
        details.forEach((account, parts) -> lines.put(
                account,
                parts.entrySet().stream()
                        .map(line -> line(line.getKey(), line.getValue()))
                        .toList()));
        return lines;
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(
                PostingTable.WORKSPACE_ID.getOrNull(row), MeterTierColumns.getOrNull(row), PostingTable.KIND.get(row));
    }

    private static LineDetail detail(ResultSet row, Currency currency) throws SQLException {
        return new LineDetail(
                PostingTable.BILLING_DAY.getOrNull(row),
                PostingTable.UNIT_PRICE.get(row),
                PostingTable.QUANTITY.get(row),
                Money.of(currency, PostingTable.AMOUNT.get(row)));
    }

    private static InvoiceLine line(Key key, List<LineDetail> details) {
        return InvoiceLine.of(key.workspace(), key.tier(), key.kind(), details);
    }
}
