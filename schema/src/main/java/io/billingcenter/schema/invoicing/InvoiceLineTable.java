package io.billingcenter.schema.invoicing;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.billing.PostingKind;
import io.billingcenter.domain.invoicing.InvoiceLine;
import io.billingcenter.domain.invoicing.InvoiceNumber;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.math.BigDecimal;

/** Table {@code invoice_line}: the lines of invoices. */
public final class InvoiceLineTable {

    public static final Table TABLE = Table.named("invoice_line");

    public static final Column<String> INVOICE_NUMBER = TABLE.text("invoice_number");
    public static final Column<WorkspaceId> WORKSPACE_ID = TABLE.workspaceOrEmpty("workspace_id");
    public static final Column<Meter> METER = TABLE.meterOrEmpty("meter");
    public static final Column<Integer> RETENTION_DAYS = TABLE.number("retention_days");
    public static final Column<PostingKind> KIND = TABLE.code("kind", PostingKind::code, PostingKind::ofCode);
    public static final Column<BigDecimal> QUANTITY = TABLE.decimal("quantity");
    public static final Column<BigDecimal> AMOUNT = TABLE.decimal("amount");

    static {
        TABLE.digests(WORKSPACE_ID, METER, RETENTION_DAYS, KIND, QUANTITY, AMOUNT);
    }

    private InvoiceLineTable() {}

    /** Returns the row of a line of the invoice with that number. */
    public static TableRow row(InvoiceNumber number, InvoiceLine line) {
        MeterTier tier = line.tier();
        return TABLE.row()
                .set(INVOICE_NUMBER, number.toString())
                .set(WORKSPACE_ID, line.workspace())
                .set(METER, tier == null ? null : tier.meter())
                .set(RETENTION_DAYS, tier == null ? Meter.FLAT : tier.retentionDays())
                .set(KIND, line.kind())
                .set(QUANTITY, line.quantity())
                .set(AMOUNT, line.amount().amount());
    }
}
