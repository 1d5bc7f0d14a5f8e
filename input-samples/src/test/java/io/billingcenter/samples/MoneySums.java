package io.billingcenter.samples;

import io.billingcenter.jobs.launch.DatabaseAddress;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Charges and payments, summed up so that it does not matter in which night something was posted: two histories that
 * differ in a slip alone have the same sums once the slip is put right.
 */
final class MoneySums {

    /** By name: columns that name a sum, and the amounts to be summed. */
    private static final Map<String, String> QUERIES = new LinkedHashMap<>();

    static {
        QUERIES.put("charged", """
                SELECT account_id, settlement, currency, workspace_id, meter, retention_days, agreement_id, billing_day,
                  SUM(quantity), SUM(amount)
                FROM posting
                GROUP BY account_id, settlement, currency, workspace_id, meter, retention_days, agreement_id, billing_day
                """);
        QUERIES.put("wallet", """
                SELECT account_id, currency, side, instrument, SUM(balance)
                FROM wallet_balance
                GROUP BY account_id, currency, side, instrument
                """);
        QUERIES.put("moved", """
                SELECT account_id, currency, side, instrument, SUM(amount)
                FROM ledger_entry
                GROUP BY account_id, currency, side, instrument
                """);
        QUERIES.put("paid", """
                SELECT account_id, settlement, currency, workspace_id, eligible, SUM(voucher), SUM(prepaid_card), SUM(cash),
                  SUM(cloud), SUM(owed)
                FROM bill_payment
                GROUP BY account_id, settlement, currency, workspace_id, eligible
                """);
        QUERIES.put("marketplace", """
                SELECT account_id, settlement, currency, workspace_id, vendor_account, SUM(amount)
                FROM marketplace_record
                GROUP BY account_id, settlement, currency, workspace_id, vendor_account
                """);
        QUERIES.put("invoice", """
                SELECT billing_month, account_id, currency, SUM(total)
                FROM invoice
                GROUP BY billing_month, account_id, currency
                """);
        QUERIES.put("invoiced", """
                SELECT i.billing_month, i.account_id, i.currency, l.workspace_id, l.meter, l.retention_days, SUM(l.quantity),
                  SUM(l.amount)
                FROM invoice i
                JOIN invoice_line l ON l.invoice_number = i.invoice_number
                GROUP BY i.billing_month, i.account_id, i.currency, l.workspace_id, l.meter, l.retention_days
                """);
    }

    private MoneySums() {}

    /** The sums that are not zero, by what they are sums of. */
    static Map<String, String> of(Workplace place) throws SQLException {
        String url = DatabaseAddress.of(place.db(), Workplace.HOME).url();
        Map<String, String> sums = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (Map.Entry<String, String> query : QUERIES.entrySet()) {
                try (ResultSet rows = statement.executeQuery(query.getValue())) {
                    while (rows.next()) {
                        add(sums, query.getKey(), rows);
                    }
                }
            }
        }
        return sums;
    }

    private static void add(Map<String, String> sums, String name, ResultSet rows) throws SQLException {
        List<String> key = new ArrayList<>(List.of(name));
        List<String> amounts = new ArrayList<>();
        boolean zero = true;
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
            if (rows.getObject(column) instanceof BigDecimal amount) {
                zero &= amount.signum() == 0;
                amounts.add(amount.stripTrailingZeros().toPlainString());
            } else {
                key.add(String.valueOf(rows.getObject(column)));
            }
        }
        if (!zero) {
            sums.put(String.join(" ", key), String.join(" ", amounts));
        }
    }
}
