package io.billingcenter.readers.tables.explain;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.explain.BillExplanation;
import io.billingcenter.domain.explain.BillExplanation.Leg;
import io.billingcenter.domain.explain.BillExplanation.Share;
import io.billingcenter.domain.explain.PostingExplanation;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.settlement.BillPaymentTable;
import io.billingcenter.schema.settlement.LedgerEntryTable;
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

/** Reads daily bills with their payments. */
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

    /** Returns the bills that the postings are on, by day. */
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
        List<Share> shares = new ArrayList<>(jdbc.query(
                """
                SELECT %s FROM bill_payment
                WHERE posted_day = ? AND account_id = ? AND settlement = ? AND currency = ?""".formatted(BillPaymentTable.TABLE.columnList()),
                (row, n) -> share(row, key.currency()),
                parameters(key)));
        shares.sort(Comparator.comparing(Share::workspace).thenComparing(Share::eligible, Comparator.reverseOrder()));
        return new BillExplanation(
                key.day(),
                key.account(),
                key.settlement(),
                Money.of(key.currency(), total == null ? BigDecimal.ZERO : total),
                List.copyOf(shares),
                legs(key));
    }

    /** Returns the payments of the bill by that method, and the clearings of the amount that it left owing. */
    private List<Leg> legs(Key key) {
        return jdbc.query(
                """
                SELECT request_id, entry_day, side, instrument, amount FROM ledger_entry
                WHERE account_id = ? AND currency = ? AND bill_day = ? AND (request_id LIKE ? OR movement <> 'bill')
                ORDER BY entry_number""",
                (row, n) -> new Leg(
                        LedgerEntryTable.REQUEST_ID.get(row),
                        LedgerEntryTable.ENTRY_DAY.get(row),
                        LedgerEntryTable.SIDE.get(row).code(),
                        LedgerEntryTable.INSTRUMENT.get(row),
                        Money.of(key.currency(), LedgerEntryTable.AMOUNT.get(row))),
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
                row.getString(BillPaymentTable.WORKSPACE_ID.name()),
                BillPaymentTable.ELIGIBLE.get(row),
                Money.of(currency, BillPaymentTable.VOUCHER.get(row)),
                Money.of(currency, BillPaymentTable.PREPAID_CARD.get(row)),
                Money.of(currency, BillPaymentTable.CASH.get(row)),
                Money.of(currency, BillPaymentTable.CLOUD.get(row)),
                Money.of(currency, BillPaymentTable.OWED.get(row)));
    }
}
