package io.billingcenter.readers.tables.explain;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.explain.BillExplanation;
import io.billingcenter.domain.explain.BillExplanation.Leg;
import io.billingcenter.domain.explain.BillExplanation.Share;
import io.billingcenter.domain.explain.PostingExplanation;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.readers.tables.paging.Columns;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/** Daily bills and how they are paid. */
final class ExplainedBillRows {

    private record Key(BillingDay day, BillingAccountId account, SettlementMethod settlement, Currency currency) {}

    private static final Comparator<Key> ORDER = Comparator.comparing(Key::day)
            .thenComparing(Key::account)
            .thenComparing(Key::settlement)
            .thenComparing(key -> key.currency().getCurrencyCode());

    private final JdbcTemplate jdbc;

    ExplainedBillRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The bills that the postings are on, by day. */
    List<BillExplanation> of(Collection<PostingExplanation> postings) {
        Set<Key> keys = new TreeSet<>(ORDER);
        postings.forEach(posting -> keys.add(new Key(
                posting.postedDay(),
                posting.account(),
                posting.settlement(),
                posting.amount().currency())));
        return keys.stream().map(this::bill).toList();
    }

    private BillExplanation bill(Key key) {
        BigDecimal total = jdbc.queryForObject("""
                SELECT COALESCE(SUM(amount), 0) FROM posting
                WHERE posted_day = ? AND account_id = ? AND settlement = ? AND currency = ?""", BigDecimal.class, parameters(key));
        List<Share> shares = new ArrayList<>(jdbc.query("""
                SELECT * FROM bill_payment
                WHERE posted_day = ? AND account_id = ? AND settlement = ? AND currency = ?""", (row, n) -> share(row, key.currency()), parameters(key)));
        shares.sort(Comparator.comparing(Share::workspace).thenComparing(Share::eligible, Comparator.reverseOrder()));
        return new BillExplanation(
                key.day(),
                key.account(),
                key.settlement(),
                Money.of(key.currency(), total == null ? BigDecimal.ZERO : total),
                List.copyOf(shares),
                legs(key));
    }

    /** The payments of the bill by that method; clearing of what it left owing names it too. */
    private List<Leg> legs(Key key) {
        return jdbc.query(
                """
                SELECT request_id, entry_day, side, instrument, amount FROM ledger_entry
                WHERE account_id = ? AND currency = ? AND bill_day = ? AND (request_id LIKE ? OR movement <> 'bill')
                ORDER BY entry_number""",
                (row, n) -> new Leg(
                        row.getString("request_id"),
                        Columns.day(row, "entry_day"),
                        row.getString("side"),
                        row.getString("instrument"),
                        Money.of(key.currency(), row.getBigDecimal("amount"))),
                key.account().value(),
                key.currency().getCurrencyCode(),
                key.day().date(),
                "bill:" + key.day() + ":" + key.settlement().code() + ":%");
    }

    private static Object[] parameters(Key key) {
        return new Object[] {
            key.day().date(),
            key.account().value(),
            key.settlement().code(),
            key.currency().getCurrencyCode()
        };
    }

    private static Share share(ResultSet row, Currency currency) throws SQLException {
        return new Share(
                row.getString("workspace_id"),
                row.getBoolean("eligible"),
                Money.of(currency, row.getBigDecimal("voucher")),
                Money.of(currency, row.getBigDecimal("prepaid_card")),
                Money.of(currency, row.getBigDecimal("cash")),
                Money.of(currency, row.getBigDecimal("cloud")),
                Money.of(currency, row.getBigDecimal("owed")));
    }
}
