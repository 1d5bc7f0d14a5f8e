package io.billingcenter.readers.delivery;

import io.billingcenter.domain.account.Plan;
import io.billingcenter.domain.delivery.FinanceFile;
import io.billingcenter.domain.pricing.HoldReason;
import io.billingcenter.domain.usage.FreeQuotas;
import java.util.stream.Collectors;

/**
 * The statements behind a finance file; each has one parameter, {@code period}.
 *
 * @param rows gives a column of the file's name for every column but those that the meter tells ({@code unit}, {@code
 *     quota}, {@code beyond}), in the order of the file; flat retention is 0 and sorts first
 * @param count gives one number; bill details are made from bill lines by {@link BillDetailRows}
 */
record FinanceQuery(String rows, String count) {

    private static final String USAGE_ROWS = """
            SELECT u.billing_day, u.workspace_id, u.meter, u.retention_days, u.quantity, d.revision
            FROM rated_day d
            JOIN usage u ON u.workspace_id = d.workspace_id AND u.billing_day = d.billing_day AND u.rating = d.rating
            WHERE d.billing_day = :period AND d.is_current
            ORDER BY u.billing_day, u.workspace_id, u.meter, u.retention_days
            """;

    private static final String USAGE_COUNT = """
            SELECT COUNT(*)
            FROM rated_day d
            JOIN usage u ON u.workspace_id = d.workspace_id AND u.billing_day = d.billing_day AND u.rating = d.rating
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

    private static final String NOTICES_ROWS = """
            SELECT n.notice_day AS "day", n.account_id, n.workspace_id, n.notice, n.days_left, n.owed, n.currency
            FROM notice n
            WHERE n.notice_day = :period
            ORDER BY n.notice_day, n.account_id, n.workspace_id, n.notice, n.currency, n.subject
            """;

    private static final String NOTICES_COUNT = "SELECT COUNT(*) FROM notice n WHERE n.notice_day = :period";

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

    private static final String USED_OF_FREE_PLAN = """
            FROM rated_day d
            JOIN usage u ON u.workspace_id = d.workspace_id AND u.billing_day = d.billing_day AND u.rating = d.rating
            JOIN plan p ON p.workspace_id = d.workspace_id AND p.from_day <= d.billing_day
                AND (p.to_day IS NULL OR p.to_day > d.billing_day)
            WHERE d.billing_day = :period AND d.is_current AND p.plan = '%s' AND u.meter IN (%s)
            """.formatted(
            Plan.FREE.code(),
            FreeQuotas.meters().stream().map(meter -> "'" + meter.code() + "'").collect(Collectors.joining(", ")));

    private static final String FREE_USAGE_ROWS =
            "SELECT d.billing_day, d.workspace_id, u.meter, SUM(u.quantity) AS quantity\n" + USED_OF_FREE_PLAN + """
            GROUP BY d.billing_day, d.workspace_id, u.meter
            ORDER BY d.billing_day, d.workspace_id, u.meter
            """;

    private static final String FREE_USAGE_COUNT =
            "SELECT COUNT(*) FROM (SELECT DISTINCT d.workspace_id, u.meter\n" + USED_OF_FREE_PLAN + ") used";

    private static final String ALERTS_ROWS = """
            SELECT a.billing_day, a.workspace_id, a.meter, a.threshold, a.amount, a.currency
            FROM raised_alert a
            WHERE a.billing_day = :period
            ORDER BY a.billing_day, a.workspace_id, a.meter
            """;

    private static final String ALERTS_COUNT = "SELECT COUNT(*) FROM raised_alert a WHERE a.billing_day = :period";

    private static final String INVOICES_ROWS = """
            SELECT i.billing_month, i.account_id, i.invoice_number, i.currency, i.total, i.voucher,
                i.prepaid_card, i.cash, i.cloud, i.owed, i.fapiao_amount, i.state
            FROM invoice i
            WHERE i.billing_month = :period
            ORDER BY i.billing_month, i.account_id, i.invoice_number
            """;

    private static final String INVOICES_COUNT = "SELECT COUNT(*) FROM invoice i WHERE i.billing_month = :period";

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

    static FinanceQuery of(FinanceFile file) {
        return switch (file) {
            case USAGE -> new FinanceQuery(USAGE_ROWS, USAGE_COUNT);
            case BILL_LINES -> new FinanceQuery(BILL_LINES_ROWS, BILL_LINES_COUNT);
            case SETTLEMENT -> new FinanceQuery(SETTLEMENT_ROWS, SETTLEMENT_COUNT);
            case HOLDS -> new FinanceQuery(HOLDS_ROWS, HOLDS_COUNT);
            case NOTICES -> new FinanceQuery(NOTICES_ROWS, NOTICES_COUNT);
            case FREE_USAGE -> new FinanceQuery(FREE_USAGE_ROWS, FREE_USAGE_COUNT);
            case ALERTS -> new FinanceQuery(ALERTS_ROWS, ALERTS_COUNT);
            case BILL_DETAILS -> new FinanceQuery(BILL_LINES_ROWS, BILL_LINES_COUNT);
            case INVOICES -> new FinanceQuery(INVOICES_ROWS, INVOICES_COUNT);
            case INVOICE_LINES -> new FinanceQuery(INVOICE_LINES_ROWS, INVOICE_LINES_COUNT);
        };
    }
}
