package io.billingcenter.readers.tables.reconciliation;

import io.billingcenter.domain.reconciliation.ControlLevel;
import io.billingcenter.domain.reconciliation.ReconciliationResult;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.readers.tables.paging.BilledAccountPage;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Compares the invoices and credit notes of a month with its postings, their totals with their lines, the parts of these, and
 * their payments. Both sides are read
 * for a page of accounts at a time, so that memory does not grow with the month; accounts of either side are on a page.
 */
final class InvoiceControl {

    private static final int PAGE_BILLED_ACCOUNTS = 200;
    private static final long PAGE_ROWS = 100_000;

    /** A place on an invoice, in the order of its columns. */
    private record Place(
            String account, String currency, String workspace, String meter, int retentionDays, String kind)
            implements Comparable<Place> {

        private static final Comparator<Place> ORDER = Comparator.comparing(Place::account)
                .thenComparing(Place::currency)
                .thenComparing(Place::workspace)
                .thenComparing(Place::meter)
                .thenComparingInt(Place::retentionDays)
                .thenComparing(Place::kind);

        static Place of(ResultSet row) throws SQLException {
            return new Place(
                    row.getString("account_id"),
                    row.getString("currency"),
                    row.getString("workspace_id"),
                    row.getString("meter"),
                    row.getInt("retention_days"),
                    row.getString("kind"));
        }

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }

        @Override
        public String toString() {
            return String.join("/", account, currency, workspace, meter, Integer.toString(retentionDays), kind);
        }
    }

    private record Sums(BigDecimal left, BigDecimal right) {

        static Sums plus(Sums one, Sums other) {
            return new Sums(one.left.add(other.left), one.right.add(other.right));
        }
    }

    private static final String BILLED_ACCOUNTS = """
            SELECT account_id, currency, SUM(n) AS weight FROM (
              SELECT p.account_id, p.currency, COUNT(*) AS n FROM posting p
              WHERE p.posted_day >= ? AND p.posted_day < ?{credits}
              GROUP BY p.account_id, p.currency
              UNION ALL
              SELECT i.account_id, i.currency, 1 FROM invoice i WHERE i.billing_month = ?) accounts
            GROUP BY account_id, currency ORDER BY account_id, currency""";

    private static final String POSTED = """
            SELECT l.account_id, l.currency, l.workspace_id, l.meter, l.retention_days, l.kind, l.amount
            FROM %s CROSS JOIN LATERAL (
              SELECT p.account_id, p.currency, p.workspace_id, p.meter, p.retention_days, p.kind, SUM(p.amount) AS amount
              FROM posting p
              WHERE p.account_id = account.account_id AND p.currency = account.currency
                AND p.posted_day >= :from AND p.posted_day < :to{credits}
              GROUP BY p.account_id, p.currency, p.workspace_id, p.meter, p.retention_days, p.kind) l""";

    private static final String INVOICED = """
            SELECT l.account_id, l.currency, l.invoice_number, l.workspace_id, l.meter, l.retention_days, l.kind, l.amount
            FROM %s CROSS JOIN LATERAL (
              SELECT i.account_id, i.currency, i.invoice_number, n.workspace_id, n.meter, n.retention_days, n.kind,
                SUM(n.amount) AS amount
              FROM invoice i JOIN invoice_line n ON n.invoice_number = i.invoice_number
              WHERE i.billing_month = :month AND i.account_id = account.account_id AND i.currency = account.currency
              GROUP BY i.account_id, i.currency, i.invoice_number, n.workspace_id, n.meter, n.retention_days, n.kind) l""";

    private static final String INVOICES = """
            SELECT i.account_id, i.invoice_number, i.total, i.voucher + i.prepaid_card + i.cash + i.cloud + i.owed AS paid
            FROM %s JOIN invoice i
              ON i.billing_month = :month AND i.account_id = account.account_id AND i.currency = account.currency
            ORDER BY i.account_id, i.invoice_number""";

    // Invoices of older programs have no header and no parts of lines.
    private static final String DETAILED = """
            SELECT i.account_id, i.invoice_number, i.total,
              (SELECT COALESCE(SUM(d.amount), 0) FROM invoice_line_detail d WHERE d.invoice_number = i.invoice_number)
                AS detailed
            FROM %s JOIN invoice i
              ON i.billing_month = :month AND i.account_id = account.account_id AND i.currency = account.currency
            JOIN invoice_header h ON h.invoice_number = i.invoice_number""";

    private final NamedParameterJdbcTemplate jdbc;
    private final BillingMonth month;
    private final boolean isClosed;
    private final Map<String, Object> parameters;
    private final ComparedSums places = new ComparedSums(ControlLevel.INVOICES);
    private final ComparedSums totals = new ComparedSums(ControlLevel.INVOICE_LINES);
    private final ComparedSums payments = new ComparedSums(ControlLevel.INVOICE_LINES);
    private final ComparedSums details = new ComparedSums(ControlLevel.INVOICE_LINES);

    /**
     * Creates a comparison.
     *
     * @param isClosed whether all postings of the month are on documents; else only credits are
     */
    InvoiceControl(JdbcTemplate jdbc, BillingMonth month, boolean isClosed) {
        this.isClosed = isClosed;
        this.jdbc = new NamedParameterJdbcTemplate(jdbc);
        this.month = month;
        this.parameters = Map.of(
                "month",
                month.toString(),
                "from",
                month.firstDay().date(),
                "to",
                month.endExclusive().date());
    }

    /** Compares all invoices and postings of the month. */
    void compare(ReconciliationResult result) {
        compare(result, PAGE_BILLED_ACCOUNTS);
    }

    void compare(ReconciliationResult result, int pageAccounts) {
        BilledAccountPage.pages(
                        jdbc.getJdbcTemplate()
                                .query(
                                        ofMonth(BILLED_ACCOUNTS),
                                        (row, number) -> BilledAccountPage.Weight.of(row),
                                        month.firstDay().date(),
                                        month.endExclusive().date(),
                                        month.toString()),
                        pageAccounts,
                        PAGE_ROWS)
                .forEach(this::compare);
        places.addTo(result);
        totals.addTo(result);
        payments.addTo(result);
        details.addTo(result);
    }

    private String ofMonth(String query) {
        return query.replace("{credits}", isClosed ? "" : " AND p.kind = 'credit'");
    }

    private void compare(BilledAccountPage page) {
        Map<String, Object> of = page.parameters(parameters);
        TreeMap<Place, Sums> sums = new TreeMap<>();
        Map<String, BigDecimal> lines = new HashMap<>();
        jdbc.query(page.in(ofMonth(POSTED)), of, (ResultSet row) -> {
            sums.merge(Place.of(row), new Sums(row.getBigDecimal("amount"), BigDecimal.ZERO), Sums::plus);
        });
        jdbc.query(page.in(INVOICED), of, (ResultSet row) -> {
            BigDecimal amount = row.getBigDecimal("amount");
            sums.merge(Place.of(row), new Sums(BigDecimal.ZERO, amount), Sums::plus);
            lines.merge(row.getString("invoice_number"), amount, BigDecimal::add);
        });
        sums.forEach((place, both) -> places.add(place::toString, both.left(), both.right()));
        jdbc.query(page.in(INVOICES), of, (ResultSet row) -> {
            String number = row.getString("invoice_number");
            String place = row.getString("account_id") + "/" + number;
            BigDecimal total = row.getBigDecimal("total");
            totals.add(() -> place, lines.getOrDefault(number, BigDecimal.ZERO), total);
            payments.add(() -> place + "/payment", row.getBigDecimal("paid"), total);
        });
        jdbc.query(page.in(DETAILED), of, (ResultSet row) -> {
            String place = row.getString("account_id") + "/" + row.getString("invoice_number") + "/details";
            details.add(() -> place, row.getBigDecimal("detailed"), row.getBigDecimal("total"));
        });
    }
}
