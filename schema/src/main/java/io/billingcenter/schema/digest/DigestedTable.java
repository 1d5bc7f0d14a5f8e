package io.billingcenter.schema.digest;

import io.billingcenter.schema.Table;
import java.util.List;
import java.util.stream.Stream;

/**
 * The tables that digests are made of, and the columns that belong to them: all that a later change could falsify, without the
 * key of the unit (its digest is found by that) and without the marks that the suite itself changes, such as "current".
 */
public enum DigestedTable {
    /** Readings. */
    DAY_READING(
            "day_reading",
            "input_digest",
            "revision",
            "files",
            "unreadable_files",
            "records",
            "accepted",
            "duplicates",
            "conflicts",
            "quarantined",
            "over_limit"),
    /** Files of a reading. */
    TRAFFIC_FILE("traffic_file", "name", "unreadable", "records", "accepted", "duplicates", "conflicts", "quarantined"),
    /** The revision that a reading gave or confirmed. */
    METERED_DAY("metered_day", "revision", "content_digest", "record_hash"),
    /** Quarantined records; their hashes are added up because there may be very many. */
    QUARANTINED_RECORD("quarantined_record", "file", "line", "byte_offset", "reason", "detail", "raw"),
    /** Ratings. */
    RATED_DAY("rated_day", "revision", "terms_digest", "outcome", "account_id", "settlement"),
    /** Usage of a rating. */
    USAGE("usage", "meter", "retention_days", "quantity"),
    /** Charges of a rating. */
    CHARGE(
            "charge",
            "meter",
            "retention_days",
            "quantity",
            "list_price",
            "unit_price",
            "price_version",
            "currency",
            "exact_amount",
            "amount"),
    /** Holds of a rating. */
    DAY_HOLD("day_hold", "reason", "meter", "retention_days", "quantity", "detail"),
    /** Postings. */
    POSTING(
            "posting",
            "posting_id",
            "posted_day",
            "account_id",
            "settlement",
            "workspace_id",
            "meter",
            "retention_days",
            "kind",
            "ordinal",
            "quantity",
            "unit_price",
            "price_version",
            "amount"),
    /** Alerts. */
    RAISED_ALERT("raised_alert", "meter", "threshold", "amount", "currency"),
    /** Invoices. */
    INVOICE(
            "invoice",
            "billing_month",
            "account_id",
            "currency",
            "total",
            "voucher",
            "prepaid_card",
            "cash",
            "cloud",
            "owed",
            "fapiao_amount",
            "state"),
    /** Lines of an invoice. */
    INVOICE_LINE("invoice_line", "workspace_id", "meter", "retention_days", "kind", "quantity", "amount"),
    /** Movements of money; the tables of settlement down to {@link #APPLIED_UNLOCK} only grow, so their hashes are added up. */
    LEDGER_ENTRY(
            "ledger_entry",
            "request_id",
            "leg",
            "entry_number",
            "movement",
            "side",
            "instrument",
            "amount",
            "entry_day",
            "bill_day",
            "source_day"),
    /** Payments of the lines of bills. */
    LINE_PAYMENT(
            "line_payment",
            "posted_day",
            "workspace_id",
            "billing_day",
            "meter",
            "retention_days",
            "agreement_id",
            "settlement",
            "source_number",
            "entry_number",
            "side",
            "instrument",
            "paid",
            "left_change"),
    /** Amounts to be charged to cloud accounts. */
    MARKETPLACE_RECORD(
            "marketplace_record",
            "posted_day",
            "settlement",
            "workspace_id",
            "vendor_account",
            "settlement_number",
            "amount"),
    /** States of accounts. */
    ACCOUNT_STATE("account_state", "period_number", "status", "from_day"),
    /** Unlocks that have taken effect or were refused. */
    APPLIED_UNLOCK("applied_unlock", "unlock_day"),
    /** A wallet as it was left. */
    WALLET("wallet", "settled_day", "last_number", "status", "status_from", "status_number"),
    /** Balances as they were left. */
    WALLET_BALANCE("wallet_balance", "side", "instrument", "kind", "starts", "expires", "expiries", "balance"),
    /** Payments of a bill as they were left. */
    BILL_PAYMENT(
            "bill_payment",
            "workspace_id",
            "eligible",
            "voucher",
            "prepaid_card",
            "cash",
            "cloud",
            "owed",
            "settlement_number"),
    /** Published sets. */
    DELIVERY("delivery", "content_digest"),
    /** Files of a published set. */
    DELIVERED_FILE("delivered_file", "path", "schema_id", "row_count", "size_bytes", "sha256"),
    /** Consents of a person. */
    CONSENT("consent", "kind", "subject", "from_day", "to_day", "reason", "given_by", "given_at"),
    /** The stop that a consent is to. */
    GUARD_STOP("guard_stop", "level", "command_day", "evidence"),
    /** The reasons of that stop. */
    GUARD_STOP_REASON("guard_stop_reason", "item", "reason", "subject", "currency", "amount", "detail"),
    /** Acknowledgements of a person. */
    ACKNOWLEDGEMENT(
            "acknowledgement",
            "workspace_id",
            "from_day",
            "until_day",
            "reason",
            "meter",
            "note",
            "given_by",
            "given_at"),
    /** The cells of an acknowledgement. */
    ACKNOWLEDGED_CELL("acknowledged_cell", "workspace_id", "billing_day", "reason", "meter", "retention_days"),
    /** The manifest of a published set, which is on disk only. */
    MANIFEST("manifest.json", "sha256");

    private final String tableName;
    private final List<String> columns;

    DigestedTable(String tableName, String... columns) {
        this.tableName = tableName;
        this.columns = List.of(columns);
    }

    /** Returns the constant of a table that is declared by a class. */
    static DigestedTable of(Table table) {
        return Stream.of(values())
                .filter(value -> value.tableName.equals(table.name()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Expected a table of digests, found " + table));
    }

    /** Returns the name in the database. */
    public String tableName() {
        return tableName;
    }

    /** Returns the columns, in the order of their cells. */
    public List<String> columns() {
        return columns;
    }
}
