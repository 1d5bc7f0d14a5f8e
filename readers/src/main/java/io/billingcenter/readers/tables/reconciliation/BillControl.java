package io.billingcenter.readers.tables.reconciliation;

import io.billingcenter.domain.reconciliation.ControlLevel;
import io.billingcenter.domain.reconciliation.ReconciliationResult;
import io.billingcenter.domain.settlement.VoucherEligibility;
import io.billingcenter.domain.time.BillingMonth;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Compares postings, daily bills and ledger: the database adds up both sides, place by place, and only what differs comes
 * out of it. Invoices are compared page by page.
 */
public final class BillControl {

    private static final String NOTHING = "CAST(0 AS NUMERIC(60,2))";
    private static final int MOST = 1_000;
    private static final Pattern DAY_OF_GATE = Pattern.compile("(\\w+\\.\\w+) = d\\.posted_day");

    private static final String NO_VOUCHERS = VoucherEligibility.ineligibleMeters().stream()
            .map(meter -> "'" + meter + "'")
            .collect(Collectors.joining(", "));

    private static final String BILLS = """
            SELECT p.posted_day, p.account_id, p.settlement, p.currency, p.workspace_id,
              CASE WHEN p.meter IN (%s) THEN 'no vouchers' ELSE 'vouchers' END AS share, p.amount AS l, %s AS r
            FROM gate_day d JOIN posting p ON p.posted_day = d.posted_day
            UNION ALL
            SELECT b.posted_day, b.account_id, b.settlement, b.currency, b.workspace_id,
              CASE WHEN b.eligible = TRUE THEN 'vouchers' ELSE 'no vouchers' END, %s,
              b.voucher + b.prepaid_card + b.cash + b.cloud + b.owed
            FROM gate_day d JOIN bill_payment b ON b.posted_day = d.posted_day""".formatted(NO_VOUCHERS, NOTHING, NOTHING);

    private static final String PART_OF_SHARE = """

            UNION ALL
            SELECT b.posted_day, b.account_id, b.settlement, b.currency, b.workspace_id,
              CASE WHEN b.eligible = TRUE THEN 'vouchers' ELSE 'no vouchers' END, '%s', %s, b.%s
            FROM gate_day d JOIN bill_payment b ON b.posted_day = d.posted_day
            WHERE NOT EXISTS (SELECT 1 FROM unspread_bill u WHERE u.account_id = b.account_id
              AND u.posted_day = b.posted_day AND u.settlement = b.settlement AND u.currency = b.currency)""";

    private static final String BILL_LINES = """
            SELECT p.posted_day, p.account_id, p.settlement, p.currency, p.workspace_id,
              CASE WHEN p.meter IN (%s) THEN 'no vouchers' ELSE 'vouchers' END AS share, p.side, p.paid AS l, %s AS r
            FROM gate_day d JOIN line_payment p ON p.posted_day = d.posted_day""".formatted(NO_VOUCHERS, NOTHING)
            + PART_OF_SHARE.formatted("voucher", NOTHING, "voucher")
            + PART_OF_SHARE.formatted("prepaid_card", NOTHING, "prepaid_card")
            + PART_OF_SHARE.formatted("cash", NOTHING, "cash")
            + PART_OF_SHARE.formatted("vendor", NOTHING, "cloud")
            + PART_OF_SHARE.formatted("arrears", NOTHING, "owed");

    private static final String PART = """
            SELECT b.posted_day AS bill_day, b.account_id, b.currency, '%s' AS side, %s AS l, %s AS r
            FROM gate_day d JOIN bill_payment b ON b.posted_day = d.posted_day
            UNION ALL
            """;

    private static final String LEDGER_BILLS = PART.formatted("voucher", "b.voucher", NOTHING)
            + PART.formatted("prepaid_card", "b.prepaid_card", NOTHING)
            + PART.formatted("cash", "b.cash", NOTHING)
            + PART.formatted("vendor", "b.cloud", NOTHING)
            + PART.formatted("arrears", "b.owed", NOTHING)
            + PART.formatted("billed", "-(b.voucher + b.prepaid_card + b.cash + b.cloud + b.owed)", NOTHING)
            + """
            SELECT e.bill_day, e.account_id, e.currency, e.side, %s, -e.amount
            FROM gate_day d JOIN ledger_entry e ON e.bill_day = d.posted_day WHERE e.movement = 'bill'""".formatted(NOTHING);

    private static final String MARKETPLACE = """
            SELECT b.posted_day, b.account_id, b.settlement, b.currency, b.workspace_id, b.cloud AS l, %s AS r
            FROM gate_day d JOIN bill_payment b ON b.posted_day = d.posted_day
            UNION ALL
            SELECT m.posted_day, m.account_id, m.settlement, m.currency, m.workspace_id, %s, m.amount
            FROM gate_day d JOIN marketplace_record m ON m.posted_day = d.posted_day""".formatted(NOTHING, NOTHING);

    private static final String REQUESTS_OF_BILLS = """
            SELECT e.account_id, e.request_id, e.currency, %s AS l, e.amount AS r
            FROM gate_day d JOIN ledger_entry e ON e.bill_day = d.posted_day""".formatted(NOTHING);

    private static final String REQUESTS =
            "SELECT e.account_id, e.request_id, e.currency, %s AS l, e.amount AS r FROM ledger_entry e"
                    .formatted(NOTHING);

    private static final String BALANCES = """
            SELECT b.account_id, b.currency, b.side, b.instrument, b.balance AS l, %s AS r FROM wallet_balance b
            UNION ALL
            SELECT e.account_id, e.currency, e.side, e.instrument, %s, e.amount FROM ledger_entry e
            WHERE e.side IN ('voucher', 'prepaid_card', 'cash', 'arrears')""".formatted(NOTHING, NOTHING);

    // A payment that was given back without a payment to give back is nobody's; a vendor's sources mix cloud accounts.
    private static final String SOURCES = """
            SELECT s.account_id, s.currency, s.posted_day, s.side, s.instrument, s.left_amount AS l, %s AS r
            FROM bill_source s WHERE s.side <> 'vendor'
            UNION ALL
            SELECT p.account_id, p.currency, p.posted_day, p.side, p.instrument, p.left_change, %s
            FROM line_payment p WHERE p.side <> 'vendor'
            UNION ALL
            SELECT e.account_id, e.currency, COALESCE(e.source_day, e.bill_day), e.side, e.instrument, %s, -e.amount
            FROM ledger_entry e
            WHERE e.movement IN ('bill', 'clear') AND e.side IN ('voucher', 'prepaid_card', 'cash', 'arrears')
              AND (e.movement = 'clear' OR e.amount < 0 OR e.source_day IS NOT NULL)""".formatted(NOTHING, NOTHING, NOTHING);

    private static final String OWED = """
            SELECT o.account_id, o.currency, o.posted_day, 'owed' AS side, o.owed AS l, %s AS r FROM owed_bill o
            UNION ALL
            SELECT e.account_id, e.currency, COALESCE(e.source_day, e.bill_day), 'owed', %s, -e.amount
            FROM ledger_entry e WHERE e.side = 'arrears'""".formatted(NOTHING, NOTHING);

    private final JdbcTemplate jdbc;
    private final ReconciliationResult result;

    /** Creates a comparison whose results go to the given object. */
    public BillControl(JdbcTemplate jdbc, ReconciliationResult result) {
        this.jdbc = jdbc;
        this.result = result;
    }

    /** Compares the bills of the days in {@code gate_day}: postings, payments of shares and lines, ledger, marketplace records. */
    public void compareBills() {
        compare(
                ControlLevel.BILLS,
                List.of("posted_day", "account_id", "settlement", "currency", "workspace_id", "share"),
                withinDays(BILLS));
        compare(
                ControlLevel.BILL_LINES,
                List.of("posted_day", "account_id", "settlement", "currency", "workspace_id", "share", "side"),
                withinDays(BILL_LINES));
        compare(
                ControlLevel.LEDGER_BILLS,
                List.of("bill_day", "account_id", "currency", "side"),
                withinDays(LEDGER_BILLS));
        compare(
                ControlLevel.MARKETPLACE,
                List.of("posted_day", "account_id", "settlement", "currency", "workspace_id"),
                withinDays(MARKETPLACE));
        compare(ControlLevel.LEDGER, List.of("account_id", "request_id", "currency"), withinDays(REQUESTS_OF_BILLS));
    }

    /**
     * Limits the rows to the range of the days in {@code gate_day}. No statistics tell how few days these are, and a plan for
     * many of them would read the rows of all days that there ever were.
     */
    private static String withinDays(String rows) {
        return DAY_OF_GATE
                .matcher(rows)
                .replaceAll("$0 AND $1 >= (SELECT MIN(posted_day) FROM gate_day)"
                        + " AND $1 <= (SELECT MAX(posted_day) FROM gate_day)");
    }

    /** Compares all wallets, from their first entry. */
    public void compareWallets() {
        compare(ControlLevel.LEDGER, List.of("account_id", "request_id", "currency"), REQUESTS);
        compare(ControlLevel.BALANCES, List.of("account_id", "currency", "side", "instrument"), BALANCES);
        compare(ControlLevel.SOURCES, List.of("account_id", "currency", "posted_day", "side", "instrument"), SOURCES);
        compare(ControlLevel.SOURCES, List.of("account_id", "currency", "posted_day", "side"), OWED);
    }

    /** Compares the documents of a month, if there are any; of an open month its credit notes. */
    public void compareInvoices(BillingMonth month) {
        String text = month.toString();
        boolean isClosed =
                count("SELECT COUNT(*) FROM invoice WHERE billing_month = ? AND document = 'invoice'", text) > 0
                        || count("""
                        SELECT COUNT(*) FROM closed_month WHERE billing_month = ?
                          AND billing_month NOT IN (SELECT billing_month FROM month_closed_outside)""", text) > 0;
        if (!isClosed && count("SELECT COUNT(*) FROM invoice WHERE billing_month = ?", text) == 0) {
            return;
        }
        new InvoiceControl(jdbc, month, isClosed).compare(result);
    }

    private int count(String sql, String month) {
        Integer count = jdbc.queryForObject(sql, Integer.class, month);
        return count == null ? 0 : count;
    }

    private void compare(ControlLevel level, List<String> key, String both) {
        String columns = String.join(", ", key);
        String grouped =
                "SELECT " + columns + ", SUM(l) AS l, SUM(r) AS r FROM (" + both + ") places GROUP BY " + columns;
        long[] differences = new long[1];
        jdbc.query(
                "SELECT COUNT(*) AS places, SUM(l) AS l, SUM(r) AS r, SUM(CASE WHEN l <> r THEN 1 ELSE 0 END) AS differences"
                        + " FROM (" + grouped + ") sums",
                (ResultSet row) -> {
                    differences[0] = row.getLong("differences");
                    if (differences[0] == 0 && row.getLong("places") > 0) {
                        BigDecimal sum = row.getBigDecimal("l");
                        result.equal(level, row.getLong("places"), sum);
                    }
                });
        if (differences[0] > 0) {
            jdbc.query(
                    grouped + " HAVING SUM(l) <> SUM(r) ORDER BY " + columns + " FETCH FIRST " + MOST + " ROWS ONLY",
                    (ResultSet row) -> {
                        StringBuilder place = new StringBuilder();
                        for (String column : key) {
                            place.append(place.isEmpty() ? "" : "/").append(row.getString(column));
                        }
                        result.compare(level, place.toString(), row.getBigDecimal("l"), row.getBigDecimal("r"));
                    });
        }
    }
}
