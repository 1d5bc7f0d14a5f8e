package io.billingcenter.domain.delivery;

import static io.billingcenter.domain.delivery.ColumnType.DAY;
import static io.billingcenter.domain.delivery.ColumnType.DECIMAL;
import static io.billingcenter.domain.delivery.ColumnType.INTEGER;
import static io.billingcenter.domain.delivery.ColumnType.MONEY;
import static io.billingcenter.domain.delivery.ColumnType.MONTH;
import static io.billingcenter.domain.delivery.ColumnType.TEXT;
import static io.billingcenter.domain.delivery.ColumnUnit.BASE_UNITS;
import static io.billingcenter.domain.delivery.ColumnUnit.CURRENCY;
import static io.billingcenter.domain.delivery.ColumnUnit.DAYS;

import java.util.List;
import java.util.stream.Stream;

/** The columns of the files of a month, in both layouts: the second adds columns to those of the first. */
final class InvoiceColumns {

    static final List<DeliveredColumn> INVOICES = List.of(
            DeliveredColumn.key("billing_month", MONTH, "Month of the posted days that the invoice takes."),
            DeliveredColumn.key("account_id", TEXT, "Billing account of the invoice."),
            DeliveredColumn.key("invoice_number", TEXT, "Number of the invoice, without gaps within a year."),
            DeliveredColumn.of("currency", TEXT, "Currency of the amounts (ISO 4217)."),
            DeliveredColumn.of("total", MONEY, CURRENCY, "Total of the invoice: the sum of the five columns after it."),
            DeliveredColumn.of("voucher", MONEY, CURRENCY, "Part paid by vouchers."),
            DeliveredColumn.of("prepaid_card", MONEY, CURRENCY, "Part paid by prepaid cards."),
            DeliveredColumn.of("cash", MONEY, CURRENCY, "Part paid from the cash balance."),
            DeliveredColumn.of("cloud", MONEY, CURRENCY, "Part charged to cloud accounts."),
            DeliveredColumn.of("owed", MONEY, CURRENCY, "Part that nothing paid by the end of the month."),
            DeliveredColumn.of(
                    "fapiao_amount",
                    MONEY,
                    CURRENCY,
                    "Amount for which a fapiao may be issued; 0.00 without certification and outside CNY."),
            DeliveredColumn.of(
                    "state",
                    TEXT,
                    "State of the document: final, or void for a number whose postings are on another invoice."));

    static final List<DeliveredColumn> INVOICES_2 = with(
            INVOICES,
            DeliveredColumn.of("document", TEXT, "Kind of the document: invoice or credit_note."),
            DeliveredColumn.of(
                    "refers_to",
                    TEXT,
                    "Invoice that a credit note is for, or that has taken the place of a void one; else empty."),
            DeliveredColumn.of("account_name", TEXT, "Name of the billing account when the invoice was issued."),
            DeliveredColumn.of("period_from", DAY, "First day of the month."),
            DeliveredColumn.of("period_to", DAY, "Last day of the month."),
            DeliveredColumn.of("invoice_date", DAY, "Date of the invoice."),
            DeliveredColumn.of("due_date", DAY, "Day by which the invoice is to be paid."),
            DeliveredColumn.of("seller", TEXT, "Name of the party that issues invoices in the currency."),
            DeliveredColumn.of("buyer_title", TEXT, "Registered name of the buyer; empty without an invoice profile."),
            DeliveredColumn.of("buyer_tax_id", TEXT, "Tax number of the buyer."));

    static final List<DeliveredColumn> LINES = List.of(
            DeliveredColumn.key("billing_month", MONTH, "Month of the invoice."),
            DeliveredColumn.key("account_id", TEXT, "Billing account of the invoice."),
            DeliveredColumn.key("invoice_number", TEXT, "Number of the invoice."),
            DeliveredColumn.key("workspace_id", TEXT, "Workspace; empty for fees that belong to none."),
            DeliveredColumn.key("meter", TEXT, "Code of the meter; empty for packages."),
            DeliveredColumn.key(
                    "retention_days", INTEGER, DAYS, "Retention of the tier; empty for a meter without tiers."),
            DeliveredColumn.key("kind", TEXT, "Kind of the postings in the line."),
            DeliveredColumn.of("quantity", DECIMAL, BASE_UNITS, "Sum of the quantities of the postings."),
            DeliveredColumn.of("unit", INTEGER, BASE_UNITS, "Size of the bundle that a price is for; 1 for packages."),
            DeliveredColumn.of("amount", MONEY, CURRENCY, "Sum of the amounts of the postings."),
            DeliveredColumn.of("currency", TEXT, "Currency of the amount (ISO 4217)."));

    static final List<DeliveredColumn> LINES_2 = with(
            LINES,
            DeliveredColumn.of("account_name", TEXT, "Name of the billing account when the invoice was issued."),
            DeliveredColumn.of("workspace_name", TEXT, "Name of the workspace when the invoice was issued."),
            DeliveredColumn.key(
                    "billing_day",
                    DAY,
                    "Billing day that adjustments and credits are for; empty for other kinds of postings."),
            DeliveredColumn.key("unit_price", DECIMAL, CURRENCY, "Price of one bundle."));

    private InvoiceColumns() {}

    private static List<DeliveredColumn> with(List<DeliveredColumn> columns, DeliveredColumn... more) {
        return Stream.concat(columns.stream(), Stream.of(more)).toList();
    }
}
