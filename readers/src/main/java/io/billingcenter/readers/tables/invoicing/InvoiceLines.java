package io.billingcenter.readers.tables.invoicing;

import io.billingcenter.domain.invoicing.InvoiceLine;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.readers.tables.paging.BilledAccount;
import io.billingcenter.readers.tables.paging.BilledAccountPage;
import io.billingcenter.schema.MeterTierColumns;
import io.billingcenter.schema.billing.PostingTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Reads the lines of invoices: the postings of a month, added up by workspace, tier and kind. */
final class InvoiceLines {

    private static final String LINES = """
            SELECT l.account_id, l.currency, l.workspace_id, l.meter, l.retention_days, l.kind, l.quantity, l.amount
            FROM %s CROSS JOIN LATERAL (
              SELECT p.account_id, p.currency, p.workspace_id, p.meter, p.retention_days, p.kind,
                SUM(p.quantity) AS quantity, SUM(p.amount) AS amount
              FROM posting p
              WHERE p.account_id = account.account_id AND p.currency = account.currency
                AND p.posted_day >= :from AND p.posted_day < :to AND p.kind <> 'credit'
              GROUP BY p.account_id, p.currency, p.workspace_id, p.meter, p.retention_days, p.kind) l
            ORDER BY l.account_id, l.currency, l.workspace_id, l.meter, l.retention_days, l.kind""";

    private final NamedParameterJdbcTemplate jdbc;
    private final Map<String, Object> month;

    InvoiceLines(JdbcTemplate jdbc, BillingMonth month) {
        this.jdbc = new NamedParameterJdbcTemplate(jdbc);
        this.month = Map.of(
                "from", month.firstDay().date(), "to", month.endExclusive().date());
    }

    /** Returns the lines of each account in their order. */
    Map<BilledAccount, List<InvoiceLine>> of(BilledAccountPage page) {
        Map<BilledAccount, List<InvoiceLine>> lines = new HashMap<>();
        jdbc.query(page.in(LINES), page.parameters(month), (ResultSet row) -> {
            BilledAccount account = BilledAccountPage.account(row);
            lines.computeIfAbsent(account, first -> new ArrayList<>()).add(line(row, account.currency()));
        });
        return lines;
    }

    private static InvoiceLine line(ResultSet row, Currency currency) throws SQLException {
        return new InvoiceLine(
                PostingTable.WORKSPACE_ID.getOrNull(row),
                MeterTierColumns.getOrNull(row),
                PostingTable.KIND.get(row),
                PostingTable.QUANTITY.get(row),
                Money.of(currency, PostingTable.AMOUNT.get(row)));
    }
}
