package io.billingcenter.readers.tables.delivery;

import io.billingcenter.domain.settlement.VoucherEligibility;
import java.util.stream.Collectors;

/** The queries for a page of bill details. */
record BillDetailQueries(
        String unspread,
        String linePayments,
        String lineSums,
        String payments,
        String shares,
        String ratings,
        String lines) {

    private static final String OF_ACCOUNTS = "p.account_id >= :first AND p.account_id <= :last";
    private static final String OF_WORKSPACES =
            "p.account_id = :account AND p.workspace_id >= :first AND p.workspace_id <= :last";

    /**
     * The payments of the lines of a page were settled for these workspaces, for all billing days together. The posted day is one of
     * their columns so that a database begins with them, and not with everything of that day.
     */
    private static final String WORKSPACES = """
            SELECT DISTINCT p.posted_day, p.account_id, p.workspace_id FROM posting p
                  WHERE p.posted_day = :posted AND p.billing_day = :day AND {page}""";

    private static final String IS_ELIGIBLE = "CASE WHEN p.meter IN (%s) THEN 0 ELSE 1 END"
            .formatted(VoucherEligibility.ineligibleMeters().stream()
                    .map(meter -> "'" + meter + "'")
                    .collect(Collectors.joining(", ")));

    private static final String UNSPREAD =
            "SELECT p.account_id, p.settlement, p.currency FROM unspread_bill p WHERE p.posted_day = :posted AND {accounts}";

    private static final String LINE_PAYMENTS = """
            SELECT p.account_id, p.settlement, p.currency, p.workspace_id, p.meter, p.retention_days, p.agreement_id,
              p.side, p.paid
            FROM line_payment p WHERE p.posted_day = :posted AND p.billing_day = :day AND {page}""";

    private static final String LINE_SUMS = """
            SELECT p.account_id, p.settlement, p.currency, p.workspace_id, p.meter, p.retention_days, p.agreement_id,
              SUM(CASE WHEN p.amount > 0 THEN p.amount ELSE 0 END) AS taking,
              SUM(CASE WHEN p.amount < 0 THEN p.amount ELSE 0 END) AS giving
            FROM posting p WHERE p.posted_day = :posted AND p.billing_day = :day AND {page}
            GROUP BY p.account_id, p.settlement, p.currency, p.workspace_id, p.meter, p.retention_days, p.agreement_id""";

    private static final String SHARES = """
            SELECT s.account_id, s.settlement, s.currency, s.workspace_id, s.eligible,
              SUM(CASE WHEN s.amount > 0 THEN s.amount ELSE 0 END) AS taking,
              SUM(CASE WHEN s.amount < 0 THEN s.amount ELSE 0 END) AS giving,
              SUM(CASE WHEN s.billing_day < :day AND s.amount > 0 THEN s.amount ELSE 0 END) AS taken,
              SUM(CASE WHEN s.billing_day < :day AND s.amount < 0 THEN s.amount ELSE 0 END) AS given
            FROM (SELECT p.account_id, p.settlement, p.currency, p.workspace_id, p.billing_day, p.amount, {eligible} AS eligible
                  FROM ({workspaces}) w
                  JOIN posting p
                    ON p.posted_day = w.posted_day AND p.account_id = w.account_id AND p.workspace_id = w.workspace_id) s
            GROUP BY s.account_id, s.settlement, s.currency, s.workspace_id, s.eligible""";

    private static final String PAYMENTS = """
            SELECT b.account_id, b.settlement, b.currency, b.workspace_id,
              CASE WHEN b.eligible = TRUE THEN 1 ELSE 0 END AS eligible,
              b.voucher, b.prepaid_card, b.cash, b.cloud, b.owed
            FROM ({workspaces}) w
            JOIN bill_payment b
              ON b.posted_day = w.posted_day AND b.account_id = w.account_id AND b.workspace_id = w.workspace_id""";

    private static final String RATINGS = """
            SELECT r.workspace_id, r.rating, r.charges FROM ({workspaces}) w
            JOIN rated_day r ON r.workspace_id = w.workspace_id AND r.billing_day = :day""";

    private static final String LINES = """
            SELECT p.billing_day, p.account_id, p.settlement, p.currency, p.workspace_id, p.meter, p.retention_days,
              p.agreement_id, p.quantity, p.unit_price, p.amount, {eligible} AS eligible, w.name AS workspace_name, b.vendor_account, k.package AS package_kind,
              CASE WHEN p.agreement_id = '' THEN 'usage'
                WHEN p.kind IN ('adjustment', 'credit') THEN (SELECT MIN(q.kind) FROM posting q
                  WHERE q.billing_day = p.billing_day AND q.agreement_id = p.agreement_id AND q.agreement_id > ''
                    AND q.kind NOT IN ('adjustment', 'credit'))
                ELSE p.kind END AS first_kind, p.rating
            FROM posting p
            LEFT JOIN workspace w ON w.workspace_id = p.workspace_id
            LEFT JOIN binding b ON b.workspace_id = p.workspace_id AND b.account_id = p.account_id
              AND b.settlement = p.settlement AND b.from_day <= p.billing_day
              AND (b.to_day IS NULL OR b.to_day > p.billing_day)
            LEFT JOIN package k ON k.package_id = p.agreement_id
            WHERE p.posted_day = :posted AND p.billing_day = :day AND {page}
            ORDER BY p.account_id, p.workspace_id, p.meter, p.retention_days, p.kind, p.ordinal, p.posting_id""";

    private static final BillDetailQueries FOR_ACCOUNTS = of(OF_ACCOUNTS, OF_ACCOUNTS);
    private static final BillDetailQueries FOR_WORKSPACES = of(OF_WORKSPACES, "p.account_id = :account");

    /** Returns the queries for a page of accounts, or of workspaces of an account that is too large for one. */
    static BillDetailQueries of(BillDetailPages.Page page) {
        return page.isPartOfAccount() ? FOR_WORKSPACES : FOR_ACCOUNTS;
    }

    private static BillDetailQueries of(String page, String accounts) {
        String workspaces = WORKSPACES.replace("{page}", page);
        return new BillDetailQueries(
                UNSPREAD.replace("{accounts}", accounts),
                LINE_PAYMENTS.replace("{page}", page),
                LINE_SUMS.replace("{page}", page),
                PAYMENTS.replace("{workspaces}", workspaces),
                SHARES.replace("{eligible}", IS_ELIGIBLE).replace("{workspaces}", workspaces),
                RATINGS.replace("{workspaces}", workspaces),
                LINES.replace("{eligible}", IS_ELIGIBLE).replace("{page}", page));
    }
}
