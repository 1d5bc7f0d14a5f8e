package io.billingcenter.schema.invoicing;

import io.billingcenter.domain.invoicing.CloseAcceptance;
import io.billingcenter.domain.invoicing.CloseChecklist;
import io.billingcenter.domain.invoicing.IssueTerms;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.ShortText;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;

/** Table {@code month_close}: the acceptances under which months were closed. */
public final class MonthCloseTable {

    public static final Table TABLE = Table.named("month_close");

    public static final Column<BillingMonth> BILLING_MONTH = TABLE.month("billing_month");
    /** Names of the reasons, with commas; empty when nothing had to be accepted. */
    public static final Column<String> ACCEPTED = TABLE.text("accepted");

    public static final Column<String> REASON = TABLE.text("reason");
    public static final Column<String> ACCEPTED_BY = TABLE.text("accepted_by");
    public static final Column<BillingDay> ACCEPTED_ON = TABLE.day("accepted_on");
    /** Of the checklist. */
    public static final Column<String> DIGEST = TABLE.text("digest");

    public static final Column<Long> RUN_ID = TABLE.largeNumber("run_id");
    /** Date of the invoices; NULL for a month that an older program has closed. */
    public static final Column<BillingDay> INVOICE_DATE = TABLE.day("invoice_date");
    /** Version of the layouts of the month's files; NULL for a month that an older program has closed. */
    public static final Column<Integer> INVOICE_LAYOUT = TABLE.number("invoice_layout");

    private MonthCloseTable() {}

    /** Returns the row of a month that a run closes with that checklist. */
    public static TableRow row(CloseChecklist checklist, CloseAcceptance acceptance, IssueTerms terms, long runId) {
        return TABLE.row()
                .set(BILLING_MONTH, checklist.month())
                .set(ACCEPTED, acceptance.names())
                .set(REASON, ShortText.of(acceptance.why()))
                .set(ACCEPTED_BY, ShortText.of(acceptance.by()))
                .set(ACCEPTED_ON, acceptance.on())
                .set(DIGEST, checklist.digest())
                .set(RUN_ID, runId)
                .set(INVOICE_DATE, terms.invoiceDate())
                .set(INVOICE_LAYOUT, terms.layout().version());
    }
}
