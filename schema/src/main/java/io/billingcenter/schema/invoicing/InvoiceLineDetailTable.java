package io.billingcenter.schema.invoicing;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.billing.PostingKind;
import io.billingcenter.domain.invoicing.InvoiceLine;
import io.billingcenter.domain.invoicing.InvoiceNumber;
import io.billingcenter.domain.invoicing.LineDetail;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.math.BigDecimal;

/** Table {@code invoice_line_detail}: the lines of invoices, divided by unit price and billing day. */
public final class InvoiceLineDetailTable {

    public static final Table TABLE = Table.named("invoice_line_detail");

    public static final Column<String> INVOICE_NUMBER = TABLE.text("invoice_number");
    /** From 1, in the order of the columns that follow, without the name. */
    public static final Column<Integer> DETAIL = TABLE.number("detail");

    public static final Column<WorkspaceId> WORKSPACE_ID = TABLE.workspaceOrEmpty("workspace_id");
    /** Name of the workspace when the invoice was issued. */
    public static final Column<String> WORKSPACE_NAME = TABLE.text("workspace_name");

    public static final Column<Meter> METER = TABLE.meterOrEmpty("meter");
    public static final Column<Integer> RETENTION_DAYS = TABLE.number("retention_days");
    public static final Column<PostingKind> KIND = TABLE.code("kind", PostingKind::code, PostingKind::ofCode);
    /** Billing day of an adjustment; NULL for other kinds. */
    public static final Column<BillingDay> BILLING_DAY = TABLE.day("billing_day");
    /** NULL in a line that is not divided. */
    public static final Column<BigDecimal> UNIT_PRICE = TABLE.decimal("unit_price");

    public static final Column<BigDecimal> QUANTITY = TABLE.decimal("quantity");
    public static final Column<BigDecimal> AMOUNT = TABLE.decimal("amount");

    static {
        TABLE.digests(TABLE.columns().subList(1, TABLE.columns().size()).toArray(Column<?>[]::new));
    }

    private InvoiceLineDetailTable() {}

    /**
     * Returns the row of a part of a line of the invoice with that number.
     *
     * @param detail its place on the invoice, from 1
     * @param workspaceName name of the workspace; empty for none
     */
    public static TableRow row(
            InvoiceNumber number, int detail, InvoiceLine line, LineDetail part, String workspaceName) {
        MeterTier tier = line.tier();
        return TABLE.row()
                .set(INVOICE_NUMBER, number.toString())
                .set(DETAIL, detail)
                .set(WORKSPACE_ID, line.workspace())
                .set(WORKSPACE_NAME, workspaceName)
                .set(METER, tier == null ? null : tier.meter())
                .set(RETENTION_DAYS, tier == null ? Meter.FLAT : tier.retentionDays())
                .set(KIND, line.kind())
                .set(BILLING_DAY, part.billingDay())
                .set(UNIT_PRICE, part.unitPrice())
                .set(QUANTITY, part.quantity())
                .set(AMOUNT, part.amount().amount());
    }
}
