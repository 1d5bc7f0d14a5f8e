package io.billingcenter.readers.tables.invoicing;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.delivery.AccountFiles;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.schema.invoicing.InvoiceTable;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the accounts with invoices of a month. */
public final class InvoicedAccounts {

    private static final String ACCOUNTS = """
            SELECT i.account_id, MAX(CASE WHEN h.buyer_title > '' THEN 1 ELSE 0 END) AS profiled
            FROM invoice i LEFT JOIN invoice_header h ON h.invoice_number = i.invoice_number
            WHERE i.billing_month = ?
            GROUP BY i.account_id""";

    private final JdbcTemplate jdbc;

    /** Reads through the template. */
    public InvoicedAccounts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the accounts that get files of their own for a closed month, sorted. */
    public Set<BillingAccountId> withFiles(BillingMonth month, AccountFiles setting) {
        Set<BillingAccountId> accounts = new TreeSet<>();
        jdbc.query(
                ACCOUNTS,
                row -> {
                    if (setting.includes(row.getInt("profiled") > 0)) {
                        accounts.add(InvoiceTable.ACCOUNT_ID.get(row));
                    }
                },
                month.toString());
        return accounts;
    }
}
