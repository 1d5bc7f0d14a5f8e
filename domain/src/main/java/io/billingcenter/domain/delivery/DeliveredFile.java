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
 * The files for finance and their columns; the only place where a column is named in its order.
 *
 * <p>Another column at the end keeps the version; renaming, removing, moving or retyping one needs the next version.
 */
public enum DeliveredFile {
    /** Quantities of a billing day. */
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
    /** Postings of a posted day. */
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
    /** How the daily bills of a posted day are paid. */
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
    /** What of a billing day is kept and not charged, and why. */
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
    /** What accounts and their workspaces are told on a day (billing rules 5.6, 5.7). */
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
    /** What workspaces on the free plan used of their quotas on a billing day (billing rules 4.2). */
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
    /** Who is to be told of high consumption on a billing day (billing rules 7.4); without a meter: of the total. */
    ALERTS(
            "alerts",
            1,
            Column.key("billing_day", DAY),
            Column.key("workspace_id", TEXT),
            Column.key("meter", TEXT),
            Column.of("threshold", MONEY),
            Column.of("amount", MONEY),
            Column.of("currency", TEXT)),
    /** Postings of a posted day in the words of the public interface, and how each is paid (billing rules 7.3). */
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
    /** Invoices of a month. */
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
    /** What the invoices of a month consist of. */
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

    /** Name without extension. */
    public String fileName() {
        return fileName;
    }

    /** Name and version of the layout: {@code usage/1}. */
    public String schema() {
        return fileName + "/" + version;
    }

    /** The columns, in the order of the header. */
    public List<Column> columns() {
        return columns;
    }

    /**
     * The column whose sum is the total of the period: the first of {@link ColumnType#MONEY}, if there is one. Notices
     * and alerts tell of other money.
     */
    public Optional<Column> totalColumn() {
        return columns.stream()
                .filter(column -> column.type() == MONEY && this != NOTICES && this != ALERTS)
                .findFirst();
    }
}
