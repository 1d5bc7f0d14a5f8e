package io.billingcenter.readers.tables.delivery;

import io.billingcenter.domain.account.Plan;
import io.billingcenter.domain.delivery.DeliveredFile;
import io.billingcenter.domain.pricing.HoldReason;

/**
 * The queries that a delivered file is made of; each has one parameter, {@code period}.
 *
 * @param rows gives a column of the file's name for every column but {@code unit}, which follows from the meter, in the order
 *     of the file; flat retention is 0 and sorts first. Files of usage get ratings, of which {@link UsageRows} makes the rows
 * @param count gives one number, but for free usage, whose rows are counted; bill details are made from bill lines by {@link
 *     BillDetailRows}
 */
record DeliveredFileQuery(String rows, String count) {

    private static final String USAGE_ROWS = """
            SELECT d.billing_day, d.workspace_id, d.usage, d.revision
            FROM rated_day d
            WHERE d.billing_day = :period AND d.is_current
            ORDER BY d.billing_day, d.workspace_id
            """;

    // A row of a text begins with a bracket and a quote, which stand nowhere else in it.
    private static final String USAGE_COUNT = """
            SELECT COALESCE(SUM((CHAR_LENGTH(d.usage) - CHAR_LENGTH(REPLACE(d.usage, '["', ''))) / 2), 0)
            FROM rated_day d
            WHERE d.billing_day = :period AND d.is_current
            """;

    private static final String BILL_LINES_ROWS = """
            SELECT p.posted_day, p.billing_day, p.account_id, p.workspace_id, p.meter, p.retention_days, p.kind,
                p.quantity, p.unit_price, p.currency, p.amount, p.price_version, p.posting_id
            FROM posting p
            WHERE p.posted_day = :period
            ORDER BY p.posted_day, p.billing_day, p.account_id, p.workspace_id, p.meter, p.retention_days, p.kind,
                p.ordinal, p.posting_id
            """;

    private static final String BILL_LINES_COUNT = "SELECT COUNT(*) FROM posting p WHERE p.posted_day = :period";

    private static final String SETTLEMENT_ROWS = """
            SELECT b.posted_day, b.account_id, b.settlement, b.currency,
                SUM(b.voucher + b.prepaid_card + b.cash + b.cloud + b.owed) AS total, SUM(b.voucher) AS voucher,
                SUM(b.prepaid_card) AS prepaid_card, SUM(b.cash) AS cash, SUM(b.cloud) AS cloud, SUM(b.owed) AS owed
            FROM bill_payment b
            WHERE b.posted_day = :period
            GROUP BY b.posted_day, b.account_id, b.settlement, b.currency
            ORDER BY b.posted_day, b.account_id, b.settlement, b.currency
            """;

    private static final String SETTLEMENT_COUNT = """
            SELECT COUNT(*)
            FROM (SELECT DISTINCT b.account_id, b.settlement, b.currency
                  FROM bill_payment b WHERE b.posted_day = :period) bills
            """;

    // An account gets one notice a day about released cloud accounts, however many there are.
    private static final String NOTICES = """
            SELECT DISTINCT n.notice_day AS "day", n.account_id, n.workspace_id, n.notice, n.days_left, n.owed, n.currency
            FROM notice n
            WHERE n.notice_day = :period
            """;

    private static final String NOTICES_ROWS = NOTICES + "ORDER BY 1, 2, 3, 4, 7";

    private static final String NOTICES_COUNT = "SELECT COUNT(*) FROM (" + NOTICES + ") notices";

    private static final String HOLDS_ROWS = """
            SELECT h.billing_day, h.workspace_id, h.reason, h.meter, h.retention_days, h.quantity, h.detail, 1 AS origin
            FROM rated_day d
            JOIN day_hold h ON h.workspace_id = d.workspace_id AND h.billing_day = d.billing_day AND h.rating = d.rating
            WHERE d.billing_day = :period AND d.is_current
            UNION ALL
            SELECT l.billing_day, l.workspace_id, '%s', '', 0, CAST(NULL AS NUMERIC(60,2)), l.detail, 2
            FROM late_day l
            WHERE l.billing_day = :period
            UNION ALL
            SELECT f.billing_day, f.workspace_id, f.reason, '', 0, CAST(NULL AS NUMERIC(60,2)), f.detail, 3
            FROM fee_hold f
            WHERE f.billing_day = :period
            ORDER BY billing_day, workspace_id, reason, meter, retention_days, origin
            """.formatted(HoldReason.LATE_WINDOW.code());

    private static final String HOLDS_COUNT = """
            SELECT COUNT(*)
            FROM (SELECT h.workspace_id
                  FROM rated_day d
                  JOIN day_hold h ON h.workspace_id = d.workspace_id AND h.billing_day = d.billing_day
                      AND h.rating = d.rating
                  WHERE d.billing_day = :period AND d.is_current
                  UNION ALL
                  SELECT l.workspace_id FROM late_day l WHERE l.billing_day = :period
                  UNION ALL
                  SELECT f.workspace_id FROM fee_hold f WHERE f.billing_day = :period) held
            """;

    private static final String ON_FREE_PLAN = """
            JOIN plan p ON p.workspace_id = d.workspace_id AND p.from_day <= d.billing_day
                AND (p.to_day IS NULL OR p.to_day > d.billing_day)
            WHERE d.billing_day = :period AND d.is_current AND p.plan = '%s'""".formatted(Plan.FREE.code());

    private static final String FREE_USAGE_ROWS = """
            SELECT d.billing_day, d.workspace_id, d.usage, m.measures
            FROM rated_day d
            LEFT JOIN metered_day m ON m.workspace_id = d.workspace_id AND m.billing_day = d.billing_day
                AND m.revision = d.revision
            %s
            ORDER BY d.billing_day, d.workspace_id
            """.formatted(ON_FREE_PLAN);

    private static final String ALERTS_ROWS = """
            SELECT a.billing_day, a.workspace_id, a.meter, a.threshold, a.amount, a.currency
            FROM raised_alert a
            WHERE a.billing_day = :period
            ORDER BY a.billing_day, a.workspace_id, a.meter
            """;

    private static final String ALERTS_COUNT = "SELECT COUNT(*) FROM raised_alert a WHERE a.billing_day = :period";

    /**
     * The documents of a month. A voided invoice keeps its number and claims nothing: its amounts are 0, so that the file adds
     * up to the postings, and it refers to the invoice that has taken its place.
     */
    private static final String DOCUMENTS = """
            (SELECT billing_month, account_id, invoice_number, currency, total, voucher, prepaid_card, cash, cloud, owed,
                fapiao_amount, state, document, refers_to
            FROM invoice WHERE billing_month = :period
            UNION ALL
            SELECT billing_month, account_id, invoice_number, currency, 0 * total, 0 * voucher, 0 * prepaid_card, 0 * cash,
                0 * cloud, 0 * owed, 0 * fapiao_amount, CAST('void' AS VARCHAR(16)), CAST('invoice' AS VARCHAR(32)),
                replaced_by
            FROM voided_invoice WHERE billing_month = :period) i""";

    private static final String INVOICES_ROWS = """
            SELECT i.billing_month, i.account_id, i.invoice_number, i.currency, i.total, i.voucher,
                i.prepaid_card, i.cash, i.cloud, i.owed, i.fapiao_amount, i.state
            FROM %s
            ORDER BY i.billing_month, i.account_id, i.invoice_number
            """.formatted(DOCUMENTS);

    private static final String INVOICES_COUNT = "SELECT COUNT(*) FROM " + DOCUMENTS;

    private static final String INVOICE_LINES_ROWS = """
            SELECT i.billing_month, i.account_id, i.invoice_number, l.workspace_id, l.meter, l.retention_days, l.kind,
                l.quantity, l.amount, i.currency
            FROM invoice i
            JOIN invoice_line l ON l.invoice_number = i.invoice_number
            WHERE i.billing_month = :period
            ORDER BY i.billing_month, i.account_id, i.invoice_number, l.workspace_id, l.meter, l.retention_days, l.kind
            """;

    private static final String INVOICE_LINES_COUNT = """
            SELECT COUNT(*)
            FROM invoice i
            JOIN invoice_line l ON l.invoice_number = i.invoice_number
            WHERE i.billing_month = :period
            """;

    private static final String INVOICES_2_ROWS = """
            SELECT i.billing_month, i.account_id, i.invoice_number, i.currency, i.total, i.voucher, i.prepaid_card, i.cash,
                i.cloud, i.owed, i.fapiao_amount, i.state, i.document, i.refers_to, h.account_name,
                CAST(:from AS DATE) AS period_from, CAST(:last AS DATE) AS period_to, h.invoice_date, h.due_date,
                h.seller_name AS seller, h.buyer_title, h.buyer_tax_id
            FROM %s
            LEFT JOIN invoice_header h ON h.invoice_number = i.invoice_number
            ORDER BY i.billing_month, i.account_id, i.invoice_number
            """.formatted(DOCUMENTS);

    // Details are numbered in the order of the file.
    private static final String INVOICE_LINES_2_ROWS = """
            SELECT i.billing_month, i.account_id, i.invoice_number, d.workspace_id, d.meter, d.retention_days, d.kind,
                d.quantity, d.amount, i.currency, h.account_name, d.workspace_name, d.billing_day, d.unit_price
            FROM invoice i
            JOIN invoice_line_detail d ON d.invoice_number = i.invoice_number
            LEFT JOIN invoice_header h ON h.invoice_number = i.invoice_number
            WHERE i.billing_month = :period
            ORDER BY i.billing_month, i.account_id, i.invoice_number, d.detail
            """;

    private static final String INVOICE_LINES_2_COUNT = """
            SELECT COUNT(*)
            FROM invoice i
            JOIN invoice_line_detail d ON d.invoice_number = i.invoice_number
            WHERE i.billing_month = :period
            """;

    static DeliveredFileQuery of(DeliveredFile file) {
        return switch (file) {
            case USAGE -> new DeliveredFileQuery(USAGE_ROWS, USAGE_COUNT);
            case BILL_LINES -> new DeliveredFileQuery(BILL_LINES_ROWS, BILL_LINES_COUNT);
            case SETTLEMENT -> new DeliveredFileQuery(SETTLEMENT_ROWS, SETTLEMENT_COUNT);
            case HOLDS -> new DeliveredFileQuery(HOLDS_ROWS, HOLDS_COUNT);
            case NOTICES -> new DeliveredFileQuery(NOTICES_ROWS, NOTICES_COUNT);
            case FREE_USAGE -> new DeliveredFileQuery(FREE_USAGE_ROWS, "");
            case ALERTS -> new DeliveredFileQuery(ALERTS_ROWS, ALERTS_COUNT);
            case BILL_DETAILS -> new DeliveredFileQuery(BILL_LINES_ROWS, BILL_LINES_COUNT);
            case INVOICES -> new DeliveredFileQuery(INVOICES_ROWS, INVOICES_COUNT);
            case INVOICE_LINES -> new DeliveredFileQuery(INVOICE_LINES_ROWS, INVOICE_LINES_COUNT);
            case INVOICES_2 -> new DeliveredFileQuery(INVOICES_2_ROWS, INVOICES_COUNT);
            case INVOICE_LINES_2 -> new DeliveredFileQuery(INVOICE_LINES_2_ROWS, INVOICE_LINES_2_COUNT);
        };
    }
}
