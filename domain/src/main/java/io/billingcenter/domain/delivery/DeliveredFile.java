package io.billingcenter.domain.delivery;

import static io.billingcenter.domain.delivery.ColumnType.DAY;
import static io.billingcenter.domain.delivery.ColumnType.DECIMAL;
import static io.billingcenter.domain.delivery.ColumnType.INTEGER;
import static io.billingcenter.domain.delivery.ColumnType.MONEY;
import static io.billingcenter.domain.delivery.ColumnType.MONTH;
import static io.billingcenter.domain.delivery.ColumnType.TEXT;

import java.util.List;
import java.util.Optional;

/**
 * The delivered files and their columns; this is the only definition of the order of columns.
 *
 * <p>Adding a column at the end keeps the version; renaming, removing, moving or retyping a column requires the next
 * version.
 */
public enum DeliveredFile {
    /** The quantities of a billing day. */
    USAGE(
            "usage",
            1,
            Column.key("billing_day", DAY),
            Column.key("workspace_id", TEXT),
            Column.key("meter", TEXT),
            Column.key("retention_days", INTEGER),
            Column.of("quantity", DECIMAL),
            Column.of("unit", INTEGER),
            Column.of("revision", INTEGER)),
    /** The postings of a posted day. */
    BILL_LINES(
            "bill-lines",
            1,
            Column.key("posted_day", DAY),
            Column.key("billing_day", DAY),
            Column.key("account_id", TEXT),
            Column.key("workspace_id", TEXT),
            Column.key("meter", TEXT),
            Column.key("retention_days", INTEGER),
            Column.key("kind", TEXT),
            Column.of("quantity", DECIMAL),
            Column.of("unit", INTEGER),
            Column.of("unit_price", DECIMAL),
            Column.of("currency", TEXT),
            Column.of("amount", MONEY),
            Column.of("price_version", DAY),
            Column.of("posting_id", TEXT)),
    /** The payment of the daily bills of a posted day. */
    SETTLEMENT(
            "settlement",
            1,
            Column.key("posted_day", DAY),
            Column.key("account_id", TEXT),
            Column.key("settlement", TEXT),
            Column.key("currency", TEXT),
            Column.of("total", MONEY),
            Column.of("voucher", MONEY),
            Column.of("prepaid_card", MONEY),
            Column.of("cash", MONEY),
            Column.of("cloud", MONEY),
            Column.of("owed", MONEY)),
    /** The usage of a billing day that is held and not charged, with the reasons. */
    HOLDS(
            "holds",
            1,
            Column.key("billing_day", DAY),
            Column.key("workspace_id", TEXT),
            Column.key("reason", TEXT),
            Column.key("meter", TEXT),
            Column.key("retention_days", INTEGER),
            Column.of("quantity", DECIMAL),
            Column.of("detail", TEXT)),
    /** The notices to accounts and their workspaces on a day (billing rules 5.6, 5.7). */
    NOTICES(
            "notices",
            1,
            Column.key("day", DAY),
            Column.key("account_id", TEXT),
            Column.key("workspace_id", TEXT),
            Column.key("notice", TEXT),
            Column.of("days_left", INTEGER),
            Column.of("owed", MONEY),
            Column.of("currency", TEXT)),
    /** The usage of workspaces on the free plan on a billing day, beside their quotas (billing rules 4.2). */
    FREE_USAGE(
            "free-usage",
            1,
            Column.key("billing_day", DAY),
            Column.key("workspace_id", TEXT),
            Column.key("meter", TEXT),
            Column.of("quota", DECIMAL),
            Column.of("quantity", DECIMAL),
            Column.of("beyond", DECIMAL),
            Column.of("unit", INTEGER)),
    /**
     * The alerts on high consumption on a billing day (billing rules 7.4); a row without a meter is about the total.
     */
    ALERTS(
            "alerts",
            1,
            Column.key("billing_day", DAY),
            Column.key("workspace_id", TEXT),
            Column.key("meter", TEXT),
            Column.of("threshold", MONEY),
            Column.of("amount", MONEY),
            Column.of("currency", TEXT)),
    /** The postings of a posted day in the terms of the public interface, each with its payment (billing rules 7.3). */
    BILL_DETAILS(
            "bill-details",
            1,
            Column.key("consumeTimeOfDay", DAY),
            Column.of("productName", TEXT),
            Column.of("productDetail", TEXT),
            Column.of("billingCycle", TEXT),
            Column.of("billingResult", MONEY),
            Column.of("deductionAmount", MONEY),
            Column.of("oweAmount", MONEY),
            Column.of("originAmount", MONEY),
            Column.of("couponAmount", MONEY),
            Column.of("storedCardAmount", MONEY),
            Column.of("cashAmount", MONEY),
            Column.of("cashCouldAmount", MONEY),
            Column.of("commodityCategory", TEXT),
            Column.of("consumePlatform", TEXT),
            Column.of("customerIdentifier", TEXT),
            Column.of("workspaceUuid", TEXT),
            Column.of("workspaceName", TEXT),
            Column.of("consumeTime", INTEGER),
            Column.of("tag6", TEXT),
            Column.of("count", DECIMAL),
            Column.of("currency", TEXT)),
    /** The invoices of a month. */
    INVOICES(
            "invoices",
            1,
            Column.key("billing_month", MONTH),
            Column.key("account_id", TEXT),
            Column.key("invoice_number", TEXT),
            Column.of("currency", TEXT),
            Column.of("total", MONEY),
            Column.of("voucher", MONEY),
            Column.of("prepaid_card", MONEY),
            Column.of("cash", MONEY),
            Column.of("cloud", MONEY),
            Column.of("owed", MONEY),
            Column.of("fapiao_amount", MONEY),
            Column.of("state", TEXT)),
    /** The lines of the invoices of a month. */
    INVOICE_LINES(
            "invoice-lines",
            1,
            Column.key("billing_month", MONTH),
            Column.key("account_id", TEXT),
            Column.key("invoice_number", TEXT),
            Column.key("workspace_id", TEXT),
            Column.key("meter", TEXT),
            Column.key("retention_days", INTEGER),
            Column.key("kind", TEXT),
            Column.of("quantity", DECIMAL),
            Column.of("unit", INTEGER),
            Column.of("amount", MONEY),
            Column.of("currency", TEXT));

    private final String fileName;
    private final int version;
    private final List<Column> columns;

    DeliveredFile(String fileName, int version, Column... columns) {
        this.fileName = fileName;
        this.version = version;
        this.columns = List.of(columns);
    }

    /** Returns the name without extension. */
    public String fileName() {
        return fileName;
    }

    /** Returns the name and version of the layout: {@code usage/1}. */
    public String schema() {
        return fileName + "/" + version;
    }

    /** Returns the columns in the order of the header. */
    public List<Column> columns() {
        return columns;
    }

    /**
     * Returns the column whose sum is the total of the period: the first one of type {@link ColumnType#MONEY}. Files of
     * other money, such as notices and alerts, have none.
     */
    public Optional<Column> totalColumn() {
        return columns.stream()
                .filter(column -> column.type() == MONEY && this != NOTICES && this != ALERTS)
                .findFirst();
    }
}
