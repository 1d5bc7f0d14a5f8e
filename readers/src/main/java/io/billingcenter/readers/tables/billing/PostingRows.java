package io.billingcenter.readers.tables.billing;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.billing.Posting;
import io.billingcenter.domain.billing.PostingKey;
import io.billingcenter.domain.billing.PostingKind;
import io.billingcenter.domain.money.Money;
import io.billingcenter.readers.tables.paging.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;

/** Rows of the table {@code posting} as postings. */
final class PostingRows {

    private PostingRows() {}

    static Posting posting(ResultSet row) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        PostingKey key = new PostingKey(
                new BillingAccountId(row.getString("account_id")), settlement(row), currency, Columns.tier(row));
        return new Posting(
                Columns.day(row, "posted_day"),
                Columns.workspaceDay(row),
                key,
                Columns.known(PostingKind.ofCode(row.getString("kind")), "kind"),
                row.getInt("ordinal"),
                row.getBigDecimal("quantity"),
                row.getBigDecimal("unit_price"),
                Columns.nullableDay(row, "price_version"),
                Money.of(currency, row.getBigDecimal("amount")));
    }

    static SettlementMethod settlement(ResultSet row) throws SQLException {
        return Columns.known(SettlementMethod.ofCode(row.getString("settlement")), "settlement");
    }
}
