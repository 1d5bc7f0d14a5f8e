package io.billingcenter.readers.tables.focus;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.delivery.SetRefusedException;
import io.billingcenter.domain.focus.FocusInvoice;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.readers.tables.paging.BilledAccount;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The documents in force of the accounts of a page: an invoice of each, and credit notes. */
final class MonthDocuments {

    private static final String DOCUMENTS = """
            SELECT i.invoice_number, i.account_id, i.currency, i.credit_number, i.refers_to, h.invoice_date, h.due_date,
              i.total - i.voucher - i.prepaid_card - i.cloud AS payable
            FROM invoice i LEFT JOIN invoice_header h ON h.invoice_number = i.invoice_number
            WHERE i.billing_month = ? AND i.account_id >= ? AND i.account_id <= ?""";

    private final Map<BilledAccount, SortedMap<Integer, FocusInvoice>> byAccount = new HashMap<>();

    MonthDocuments(JdbcTemplate jdbc, BillingMonth month, FocusPage page) {
        jdbc.query(
                DOCUMENTS,
                (ResultSet row) -> {
                    FocusInvoice document = document(row);
                    byAccount
                            .computeIfAbsent(
                                    new BilledAccount(new BillingAccountId(document.accountId()), document.currency()),
                                    first -> new TreeMap<>())
                            .put(row.getInt("credit_number"), document);
                },
                month.toString(),
                page.firstAccount(),
                page.lastAccount());
    }

    private static FocusInvoice document(ResultSet row) throws SQLException {
        String number = row.getString("invoice_number");
        LocalDate issued = row.getObject("invoice_date", LocalDate.class);
        LocalDate due = row.getObject("due_date", LocalDate.class);
        if (issued == null || due == null) {
            throw SetRefusedException.incomplete("Expected the date of " + number
                    + ", found none: it was issued by an older program, which did not store it. Charges by FOCUS can be"
                    + " exported of later months");
        }
        return new FocusInvoice(
                number,
                row.getString("account_id"),
                Currency.getInstance(row.getString("currency")),
                row.getBigDecimal("payable"),
                new BillingDay(issued),
                new BillingDay(due),
                row.getString("refers_to"));
    }

    /** Returns the invoice of an account, or null if it has none. */
    @Nullable
    FocusInvoice invoice(BilledAccount account) {
        return byAccount.getOrDefault(account, new TreeMap<>()).get(0);
    }

    /** Returns the credit notes of an account by their numbers. */
    SortedMap<Integer, FocusInvoice> creditNotes(BilledAccount account) {
        return byAccount.getOrDefault(account, new TreeMap<>()).tailMap(1);
    }
}
