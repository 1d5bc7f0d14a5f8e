package io.billingcenter.readers.tables.invoicing;

import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.invoicing.InvoicedItem;
import io.billingcenter.domain.invoicing.IssuedInvoice;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.settlement.LineKey;
import io.billingcenter.schema.MeterTierColumns;
import io.billingcenter.schema.billing.PostingTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the items of an invoice with what its credit notes have left of them. */
public final class InvoicedItems {

    private static final String POSTED = """
            SELECT p.billing_day, p.settlement, p.workspace_id, p.meter, p.retention_days, p.agreement_id, p.unit_price,
              p.price_version, p.amount
            FROM posting p
            WHERE p.account_id = ? AND p.currency = ? AND p.posted_day >= ? AND p.posted_day < ? AND p.kind <> 'credit'
            ORDER BY p.posted_day, p.ordinal, p.posting_id""";

    private static final String CREDITED = """
            SELECT p.billing_day, p.settlement, p.workspace_id, p.meter, p.retention_days, p.agreement_id, p.unit_price,
              p.price_version, p.amount
            FROM invoice i JOIN posting p ON p.account_id = i.account_id AND p.posted_day >= ? AND p.kind = 'credit'
              AND p.rating = i.credit_number
            WHERE i.refers_to = ? AND i.document = 'credit_note'""";

    private record Key(LineKey line, SettlementMethod settlement) {}

    private final JdbcTemplate jdbc;

    /** Reads through the template. */
    public InvoicedItems(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the items of an invoice in force. */
    public Collection<InvoicedItem> of(IssuedInvoice invoice) {
        Map<Key, InvoicedItem> items = new LinkedHashMap<>();
        Object end = invoice.month().endExclusive().date();
        jdbc.query(
                POSTED,
                row -> {
                    InvoicedItem posted = item(row, invoice);
                    items.merge(
                            new Key(posted.line(), posted.settlement()),
                            posted,
                            (before, last) -> last.withLeft(before.left().plus(last.left())));
                },
                invoice.account().value(),
                invoice.currency().getCurrencyCode(),
                invoice.month().firstDay().date(),
                end);
        jdbc.query(
                CREDITED,
                row -> {
                    InvoicedItem credited = item(row, invoice);
                    items.computeIfPresent(
                            new Key(credited.line(), credited.settlement()),
                            (key, item) -> item.withLeft(item.left().plus(credited.left())));
                },
                end,
                invoice.number());
        return items.values();
    }

    private static InvoicedItem item(ResultSet row, IssuedInvoice invoice) throws SQLException {
        return new InvoicedItem(
                new LineKey(
                        PostingTable.BILLING_DAY.get(row),
                        PostingTable.WORKSPACE_ID.getOrNull(row),
                        MeterTierColumns.getOrNull(row),
                        PostingTable.AGREEMENT_ID.get(row)),
                PostingTable.SETTLEMENT.get(row),
                PostingTable.UNIT_PRICE.get(row),
                PostingTable.PRICE_VERSION.getOrNull(row),
                Money.of(invoice.currency(), PostingTable.AMOUNT.get(row)));
    }
}
