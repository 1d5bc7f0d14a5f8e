package io.billingcenter.readers.tables.journal;

import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.journal.UnbalancedJournalException;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.settlement.PaymentParts;
import io.billingcenter.readers.tables.paging.BilledAccount;
import io.billingcenter.readers.tables.paging.BilledAccountPage;
import io.billingcenter.schema.billing.PostingTable;
import io.billingcenter.schema.invoicing.InvoiceTable;
import io.billingcenter.schema.settlement.BillPaymentTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * The credit notes of a month, of which there are few. The payment of a credit note is taken out of those of the daily bills,
 * which have it too.
 */
final class CreditNotes {

    private static final String NOTES = """
            SELECT i.invoice_number, i.account_id, i.currency, i.total, i.voucher, i.prepaid_card, i.cash, i.cloud, i.owed
            FROM invoice i WHERE i.billing_month = :month AND i.document = 'credit_note'
            ORDER BY i.account_id, i.currency, i.invoice_number""";

    private static final String INVOICED = """
            SELECT DISTINCT i.account_id, i.currency FROM invoice i
            WHERE i.billing_month = :month AND i.document = 'invoice' AND EXISTS (SELECT 1 FROM invoice n
              WHERE n.billing_month = i.billing_month AND n.account_id = i.account_id AND n.currency = i.currency
                AND n.document = 'credit_note')""";

    /** The rating of a credit is the number of its credit note among all. */
    private static final String CREDITED = """
            SELECT p.account_id, p.currency, p.rating, p.settlement, SUM(p.amount) AS amount FROM posting p
            WHERE p.posted_day >= :from AND p.posted_day < :to AND p.kind = 'credit'
            GROUP BY p.account_id, p.currency, p.rating, p.settlement""";

    /** A credit note with its amounts by settlement method. */
    record Note(String number, Map<SettlementMethod, Money> billed, Map<SettlementMethod, PaymentParts> paid) {}

    private final Map<String, Note> notes = new HashMap<>();
    private final Map<BilledAccount, List<Note>> byAccount = new HashMap<>();
    private final Set<BilledAccount> invoiced = new HashSet<>();

    CreditNotes(NamedParameterJdbcTemplate jdbc, JournalMonth month) {
        Map<BilledAccount, List<Row>> rows = new HashMap<>();
        jdbc.query(NOTES, month.parameters(), (ResultSet row) -> {
            rows.computeIfAbsent(BilledAccountPage.account(row), account -> new ArrayList<>())
                    .add(Row.of(row));
        });
        if (rows.isEmpty()) {
            return;
        }
        jdbc.query(INVOICED, month.parameters(), (ResultSet row) -> {
            invoiced.add(BilledAccountPage.account(row));
        });
        Map<BilledAccount, SortedMap<Integer, Map<SettlementMethod, Money>>> credited = new HashMap<>();
        jdbc.query(CREDITED, month.parameters(), (ResultSet row) -> {
            BilledAccount account = BilledAccountPage.account(row);
            credited.computeIfAbsent(account, key -> new TreeMap<>())
                    .computeIfAbsent(row.getInt("rating"), key -> new EnumMap<>(SettlementMethod.class))
                    .put(PostingTable.SETTLEMENT.get(row), Money.of(account.currency(), row.getBigDecimal("amount")));
        });
        rows.forEach((account, of) -> add(account, of, credited.getOrDefault(account, new TreeMap<>())));
    }

    /** Credit notes of an account are numbered in the order of their entries. */
    private void add(BilledAccount account, List<Row> rows, SortedMap<Integer, Map<SettlementMethod, Money>> credited) {
        if (rows.size() != credited.size()) {
            throw new UnbalancedJournalException("Expected entries of " + rows.size() + " credit notes of "
                    + account.account() + ", found those of " + credited.size());
        }
        List<Map<SettlementMethod, Money>> amounts = new ArrayList<>(credited.values());
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            Map<SettlementMethod, Money> billed = amounts.get(i);
            // What paid a credit note of several settlement methods stays with the other payments of the account.
            Map<SettlementMethod, PaymentParts> paid =
                    billed.size() == 1 ? Map.of(billed.keySet().iterator().next(), row.parts()) : Map.of();
            Note note = new Note(row.number(), billed, paid);
            notes.put(row.number(), note);
            byAccount.computeIfAbsent(account, key -> new ArrayList<>()).add(note);
        }
    }

    /** Returns the credit note of that number. */
    Note note(String number) {
        Note note = notes.get(number);
        if (note == null) {
            throw new UnbalancedJournalException("Expected a credit note of the month, found " + number);
        }
        return note;
    }

    /** Returns the credit notes of an account. */
    List<Note> of(BilledAccount account) {
        return byAccount.getOrDefault(account, List.of());
    }

    /** Returns whether the credit note is the one on which the other payments of its account stand, for want of an invoice. */
    boolean standsForInvoice(BilledAccount account, String number) {
        List<Note> of = of(account);
        return !invoiced.contains(account)
                && !of.isEmpty()
                && of.get(0).number().equals(number);
    }

    private record Row(String number, PaymentParts parts) {

        static Row of(ResultSet row) throws SQLException {
            return new Row(InvoiceTable.INVOICE_NUMBER.get(row), BillPaymentTable.parts(row));
        }
    }
}
