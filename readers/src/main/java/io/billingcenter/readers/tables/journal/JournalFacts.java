package io.billingcenter.readers.tables.journal;

import io.billingcenter.domain.journal.JournalKey;
import io.billingcenter.domain.journal.JournalTotals;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.settlement.LedgerAccount;
import io.billingcenter.domain.settlement.LedgerEntryType;
import io.billingcenter.schema.settlement.LedgerEntryTable;
import io.billingcenter.schema.settlement.MarketplaceRecordTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Adds up the tables that the journal of a month has to equal, without its documents and payments of bills. */
final class JournalFacts {

    private static final String POSTED = """
            SELECT currency, SUM(amount) AS amount FROM posting
            WHERE posted_day >= :from AND posted_day < :to
            GROUP BY currency""";

    private static final String MARKETPLACE = """
            SELECT settlement, currency, SUM(amount) AS amount FROM marketplace_record
            WHERE posted_day >= :from AND posted_day < :to
            GROUP BY settlement, currency""";

    private static final String BILLS = """
            SELECT currency, side, SUM(amount) AS amount FROM ledger_entry
            WHERE movement = 'bill' AND bill_day >= :from AND bill_day < :to
            GROUP BY currency, side""";

    private static final String MOVEMENTS = """
            SELECT e.currency, e.side, SUM(e.amount) AS amount FROM ledger_entry e
            WHERE %s AND NOT EXISTS (SELECT 1 FROM ledger_entry v
              WHERE v.request_id = e.request_id AND v.side = 'voucher')
            GROUP BY e.currency, e.side""".formatted(MovementReader.OF_MONTH);

    private final NamedParameterJdbcTemplate jdbc;
    private final JournalMonth month;

    JournalFacts(NamedParameterJdbcTemplate jdbc, JournalMonth month) {
        this.jdbc = jdbc;
        this.month = month;
    }

    JournalTotals totals() {
        JournalTotals totals = new JournalTotals();
        jdbc.query(POSTED, month.parameters(), (ResultSet row) -> {
            totals.add(JournalTotals.REVENUE, amount(row).negated());
        });
        jdbc.query(MARKETPLACE, month.parameters(), (ResultSet row) -> {
            totals.add(JournalKey.receivable(MarketplaceRecordTable.SETTLEMENT.get(row)), amount(row));
        });
        jdbc.query(BILLS, month.parameters(), (ResultSet row) -> add(row, totals));
        for (LedgerEntryType type : MovementReader.types()) {
            jdbc.query(MOVEMENTS, MovementReader.parameters(month, type), (ResultSet row) -> add(row, totals));
        }
        return totals;
    }

    /** Adds an account of the ledger, whose amounts are credits. Postings and marketplace records stand for two of them. */
    private static void add(ResultSet row, JournalTotals totals) throws SQLException {
        LedgerAccount side = LedgerEntryTable.SIDE.get(row);
        Money debit = amount(row).negated();
        switch (side) {
            case VOUCHER -> totals.add(JournalKey.VOUCHER, debit);
            case PREPAID_CARD -> totals.add(JournalKey.CARD, debit);
            case CASH -> totals.add(JournalKey.CASH, debit);
            case ARREARS -> totals.add(JournalKey.RECEIVABLE_WALLET, debit);
            case BANK -> totals.add(JournalKey.BANK, debit);
            case EXPIRED -> totals.add(JournalKey.OTHER_INCOME, debit);
            case BILLED, VENDOR -> {}
            case GRANTED -> throw new IllegalStateException("Expected no grant among movements of money, found one");
        }
    }

    private static Money amount(ResultSet row) throws SQLException {
        return Money.of(LedgerEntryTable.CURRENCY.get(row), LedgerEntryTable.AMOUNT.get(row));
    }
}
