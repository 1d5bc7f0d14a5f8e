package io.billingcenter.schema.invoicing;

import io.billingcenter.domain.invoicing.CloseFinding;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.ShortText;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;

/** Table {@code month_close_finding}: the checklists of closed months. */
public final class MonthCloseFindingTable {

    public static final Table TABLE = Table.named("month_close_finding");

    public static final Column<BillingMonth> BILLING_MONTH = TABLE.month("billing_month");
    /** From 1. */
    public static final Column<Integer> ITEM = TABLE.number("item");

    public static final Column<String> REASON = TABLE.text("reason");
    public static final Column<BillingDay> FINDING_DAY = TABLE.day("finding_day");
    public static final Column<String> SUBJECT = TABLE.text("subject");
    public static final Column<String> DETAIL = TABLE.text("detail");
    public static final Column<String> EFFECT = TABLE.text("effect");

    private MonthCloseFindingTable() {}

    /**
     * Returns the row of a finding.
     *
     * @param item its place in the checklist, from 1
     */
    public static TableRow row(BillingMonth month, int item, CloseFinding finding) {
        return TABLE.row()
                .set(BILLING_MONTH, month)
                .set(ITEM, item)
                .set(REASON, finding.reason().text())
                .set(FINDING_DAY, finding.day())
                .set(SUBJECT, finding.subject())
                .set(DETAIL, ShortText.of(finding.detail()))
                .set(EFFECT, finding.effect().text());
    }
}
