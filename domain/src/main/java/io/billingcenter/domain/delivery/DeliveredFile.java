package io.billingcenter.domain.delivery;

import static io.billingcenter.domain.delivery.ColumnType.DAY;
import static io.billingcenter.domain.delivery.ColumnType.DECIMAL;
import static io.billingcenter.domain.delivery.ColumnType.INTEGER;
import static io.billingcenter.domain.delivery.ColumnType.MONEY;
import static io.billingcenter.domain.delivery.ColumnType.TEXT;
import static io.billingcenter.domain.delivery.ColumnUnit.BASE_UNITS;
import static io.billingcenter.domain.delivery.ColumnUnit.CURRENCY;
import static io.billingcenter.domain.delivery.ColumnUnit.DAYS;
import static io.billingcenter.domain.delivery.ColumnUnit.MILLISECONDS;

import java.util.List;
import java.util.Optional;

/**
 * The delivered files and their columns; the only place that lists the columns, in the order of the header, with their
 * meaning. The page {@code docs/delivered-files.md} is generated from it.
 *
 * <p>Adding a column at the end keeps the version; renaming, removing, moving or retyping a column requires the next
 * version.
 */
public enum DeliveredFile {
    /** The quantities of a billing day. */
    USAGE(
            "usage",
            1,
            "Quantities of a billing day, before prices.",
            DeliveredColumn.key("billing_day", DAY, "Billing day of the usage."),
            DeliveredColumn.key("workspace_id", TEXT, "Workspace that was metered."),
            DeliveredColumn.key("meter", TEXT, "Code of the meter."),
            DeliveredColumn.key(
                    "retention_days",
                    INTEGER,
                    DAYS,
                    "Retention at which the quantity is priced; empty for a meter without tiers."),
            DeliveredColumn.of("quantity", DECIMAL, BASE_UNITS, "Quantity used on the billing day."),
            DeliveredColumn.of("unit", INTEGER, BASE_UNITS, "Size of the bundle that a price is for."),
            DeliveredColumn.of("revision", INTEGER, "Revision of the workspace-day; a later one replaces it.")),
    /** Postings of a posted day. */
    BILL_LINES(
            "bill-lines",
            1,
            "Postings of a posted day: the lines of the daily bills.",
            DeliveredColumn.key(
                    "posted_day",
                    DAY,
                    "Day under which the posting was made; it decides the daily bill and the invoice."),
            DeliveredColumn.key("billing_day", DAY, "Billing day of the usage, or day of the fee."),
            DeliveredColumn.key("account_id", TEXT, "Billing account that owes the amount."),
            DeliveredColumn.key("workspace_id", TEXT, "Workspace; empty for a fee that belongs to none."),
            DeliveredColumn.key("meter", TEXT, "Code of the meter; empty for a package."),
            DeliveredColumn.key(
                    "retention_days", INTEGER, DAYS, "Retention of the tier; empty for a meter without tiers."),
            DeliveredColumn.key(
                    "kind",
                    TEXT,
                    "Kind of the posting: usage, adjustment, package, pack, subscription, licence, maintenance or credit."),
            DeliveredColumn.of(
                    "quantity",
                    DECIMAL,
                    BASE_UNITS,
                    "Quantity that the posting adds; an adjustment may take quantity back."),
            DeliveredColumn.of(
                    "unit", INTEGER, BASE_UNITS, "Size of the bundle that the unit price is for; 1 for a package."),
            DeliveredColumn.of("unit_price", DECIMAL, CURRENCY, "Price of one bundle after contract and discount."),
            DeliveredColumn.of("currency", TEXT, "Currency of the unit price and the amount (ISO 4217)."),
            DeliveredColumn.of(
                    "amount",
                    MONEY,
                    CURRENCY,
                    "Amount that the posting adds to the daily bill; below zero takes from it."),
            DeliveredColumn.of("price_version", DAY, "First billing day of the price book; empty where none applies."),
            DeliveredColumn.of("posting_id", TEXT, "Id of the posting, the same in every repeat.")),
    /** Payments of the daily bills of a posted day. */
    SETTLEMENT(
            "settlement",
            1,
            "Payments of the daily bills of a posted day.",
            DeliveredColumn.key("posted_day", DAY, "Day of the daily bill."),
            DeliveredColumn.key("account_id", TEXT, "Billing account of the bill."),
            DeliveredColumn.key("settlement", TEXT, "Settlement method of the bill: wallet, or the cloud vendor."),
            DeliveredColumn.key("currency", TEXT, "Currency of the amounts (ISO 4217)."),
            DeliveredColumn.of(
                    "total", MONEY, CURRENCY, "Total of the daily bill: the sum of the five columns after it."),
            DeliveredColumn.of("voucher", MONEY, CURRENCY, "Part paid by vouchers."),
            DeliveredColumn.of("prepaid_card", MONEY, CURRENCY, "Part paid by prepaid cards."),
            DeliveredColumn.of("cash", MONEY, CURRENCY, "Part paid from the cash balance."),
            DeliveredColumn.of("cloud", MONEY, CURRENCY, "Part charged to the cloud account."),
            DeliveredColumn.of("owed", MONEY, CURRENCY, "Part that nothing paid; of the wallet, arrears.")),
    /** Usage and fees of a billing day that are kept and not charged, with the reason. */
    HOLDS(
            "holds",
            1,
            "Usage and fees of a billing day that are kept and not charged, with the reason.",
            DeliveredColumn.key("billing_day", DAY, "Billing day of the usage or fee."),
            DeliveredColumn.key("workspace_id", TEXT, "Workspace; empty for a fee that belongs to none."),
            DeliveredColumn.key("reason", TEXT, "Code of the reason; the first that applies."),
            DeliveredColumn.key("meter", TEXT, "Code of the meter; only for the reason no_price."),
            DeliveredColumn.key(
                    "retention_days", INTEGER, DAYS, "Retention of the tier; only for the reason no_price."),
            DeliveredColumn.of("quantity", DECIMAL, BASE_UNITS, "Quantity that is held; only for the reason no_price."),
            DeliveredColumn.of("detail", TEXT, "Text for people that names the cause.")),
    /** Notices to accounts and their workspaces on a day (billing rules 5.6, 5.7). */
    NOTICES(
            "notices",
            1,
            "Notices to accounts and their workspaces on a day.",
            DeliveredColumn.key("day", DAY, "Day of the notice."),
            DeliveredColumn.key("account_id", TEXT, "Billing account that is notified."),
            DeliveredColumn.key("workspace_id", TEXT, "Workspace; empty when the account itself is notified."),
            DeliveredColumn.key("notice", TEXT, "Code of the notice."),
            DeliveredColumn.of(
                    "days_left",
                    INTEGER,
                    DAYS,
                    "Days until the account is locked; only while arrears are counted down."),
            DeliveredColumn.of(
                    "owed", MONEY, CURRENCY, "Amount owed when the day began; only for notices about arrears."),
            DeliveredColumn.of("currency", TEXT, "Currency of the wallet (ISO 4217).")),
    /** Usage of a billing day by workspaces on the free plan, beside their quotas (billing rules 4.2). */
    FREE_USAGE(
            "free-usage",
            1,
            "Usage of workspaces on the free plan on a billing day, beside their quotas.",
            DeliveredColumn.key("billing_day", DAY, "Billing day of the usage."),
            DeliveredColumn.key("workspace_id", TEXT, "Workspace on the free plan."),
            DeliveredColumn.key("meter", TEXT, "Code of a meter that has a quota on the free plan."),
            DeliveredColumn.of(
                    "quota",
                    DECIMAL,
                    BASE_UNITS,
                    "Quantity that the free plan includes on a day; 0 for a meter that it excludes."),
            DeliveredColumn.of("quantity", DECIMAL, BASE_UNITS, "Quantity used, all tiers added."),
            DeliveredColumn.of("beyond", DECIMAL, BASE_UNITS, "Quantity used beyond the quota; 0 within it."),
            DeliveredColumn.of("unit", INTEGER, BASE_UNITS, "Size of the bundle that a price is for.")),
    /** Alerts on high consumption of a billing day (billing rules 7.4); one without a meter is about the total. */
    ALERTS(
            "alerts",
            1,
            "Alerts on high consumption of a billing day, each raised once.",
            DeliveredColumn.key("billing_day", DAY, "Billing day of the charges."),
            DeliveredColumn.key("workspace_id", TEXT, "Workspace whose charges exceed the threshold."),
            DeliveredColumn.key("meter", TEXT, "Code of the meter; empty for all charges of the workspace together."),
            DeliveredColumn.of("threshold", MONEY, CURRENCY, "Threshold in force on the billing day."),
            DeliveredColumn.of("amount", MONEY, CURRENCY, "Charges with which the alert was raised."),
            DeliveredColumn.of("currency", TEXT, "Currency of threshold and amount (ISO 4217).")),
    /** Postings of a posted day in the words of the public interface, each with its payment (billing rules 7.3). */
    BILL_DETAILS(
            "bill-details",
            1,
            "Postings of a posted day in the words of the public interface, each with its payment, in the order of bill-lines.csv.",
            DeliveredColumn.key("consumeTimeOfDay", DAY, "Billing day of the usage, or day of the fee."),
            DeliveredColumn.of("productName", TEXT, "Name of the product; the same in all rows."),
            DeliveredColumn.of("productDetail", TEXT, "Name of the item that is charged."),
            DeliveredColumn.of("billingCycle", TEXT, "Cycle of the charge: Day, Year or Single."),
            DeliveredColumn.of("billingResult", MONEY, CURRENCY, "Amount of the posting: paid and owed together."),
            DeliveredColumn.of("deductionAmount", MONEY, CURRENCY, "Amount paid: the sum of the four sources."),
            DeliveredColumn.of("oweAmount", MONEY, CURRENCY, "Amount that nothing paid."),
            DeliveredColumn.of("originAmount", MONEY, CURRENCY, "Quantity at the list price, rounded once."),
            DeliveredColumn.of("couponAmount", MONEY, CURRENCY, "Part paid by vouchers."),
            DeliveredColumn.of("storedCardAmount", MONEY, CURRENCY, "Part paid by prepaid cards."),
            DeliveredColumn.of("cashAmount", MONEY, CURRENCY, "Part paid from the cash balance."),
            DeliveredColumn.of(
                    "cashCouldAmount",
                    MONEY,
                    CURRENCY,
                    "Part charged to the cloud account; spelled as in the public interface."),
            DeliveredColumn.of("commodityCategory", TEXT, "PAYG for usage, subscription for a fee."),
            DeliveredColumn.of("consumePlatform", TEXT, "Settlement method: wallet, or the cloud vendor."),
            DeliveredColumn.of("customerIdentifier", TEXT, "Cloud account that pays; empty without one."),
            DeliveredColumn.of("workspaceUuid", TEXT, "Workspace; empty for a fee that belongs to none."),
            DeliveredColumn.of("workspaceName", TEXT, "Name of the workspace today."),
            DeliveredColumn.of("consumeTime", INTEGER, MILLISECONDS, "First instant of the billing day."),
            DeliveredColumn.of("tag6", TEXT, "Code of the meter; empty for a package."),
            DeliveredColumn.of("count", DECIMAL, BASE_UNITS, "Quantity of the posting."),
            DeliveredColumn.of("currency", TEXT, "Currency of the amounts (ISO 4217).")),
    /** Invoices of a month. */
    INVOICES("invoices", 1, "Invoices of a billing month.", InvoiceColumns.INVOICES),
    /** Lines of the invoices of a month. */
    INVOICE_LINES("invoice-lines", 1, "Lines of the invoices of a billing month.", InvoiceColumns.LINES),
    /** Documents of a month with names and dates. */
    INVOICES_2("invoices", 2, "Invoices of a billing month, with names and dates.", InvoiceColumns.INVOICES_2),
    /** Lines of the documents of a month by unit price and, for adjustments, by billing day. */
    INVOICE_LINES_2(
            "invoice-lines",
            2,
            "Lines of the invoices of a billing month: a row for each unit price and, for adjustments, billing day.",
            InvoiceColumns.LINES_2);

    private final String fileName;
    private final int version;
    private final String meaning;
    private final List<DeliveredColumn> columns;

    DeliveredFile(String fileName, int version, String meaning, DeliveredColumn... columns) {
        this.fileName = fileName;
        this.version = version;
        this.meaning = meaning;
        this.columns = List.of(columns);
    }

    DeliveredFile(String fileName, int version, String meaning, List<DeliveredColumn> columns) {
        this(fileName, version, meaning, columns.toArray(DeliveredColumn[]::new));
    }

    /** Returns the name without extension. */
    public String fileName() {
        return fileName;
    }

    /** Returns the version of the layout, from 1. */
    public int version() {
        return version;
    }

    /** Returns name and version of the layout: {@code usage/1}. */
    public String schema() {
        return fileName + "/" + version;
    }

    /** Returns the meaning of the rows, as a sentence for receivers. */
    public String meaning() {
        return meaning;
    }

    /** Returns the columns, in the order of the header. */
    public List<DeliveredColumn> columns() {
        return columns;
    }

    /**
     * Returns the column whose sum is the total of the period: the first of {@link ColumnType#MONEY}, if there is one.
     * The amounts of notices and alerts are no parts of a bill and are not added up.
     */
    public Optional<DeliveredColumn> totalColumn() {
        return columns.stream()
                .filter(column -> column.type() == MONEY && this != NOTICES && this != ALERTS)
                .findFirst();
    }
}
