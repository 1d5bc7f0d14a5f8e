package io.billingcenter.samples.oracle;

import java.util.List;

/**
 * A delivered file as the second calculation works it out: the columns that it covers, those that name a row first.
 *
 * @param keys the number of columns, from the first on, by which a row is found in the delivered file
 */
public record SampleTable(List<String> columns, int keys, List<List<String>> rows) {

    static final SampleTable USAGE = of(4, "billing_day,workspace_id,meter,retention_days,quantity,unit,revision");
    static final SampleTable BILL_LINES = of(
            7,
            "posted_day,billing_day,account_id,workspace_id,meter,retention_days,kind,quantity,unit,unit_price,currency,"
                    + "amount,price_version,posting_id");
    static final SampleTable SETTLEMENT =
            of(4, "posted_day,account_id,settlement,currency,total,voucher,prepaid_card,cash,cloud,owed");
    static final SampleTable HOLDS = of(5, "billing_day,workspace_id,reason,meter,retention_days,quantity");
    static final SampleTable NOTICES = of(4, "day,account_id,workspace_id,notice,days_left,owed,currency");
    static final SampleTable FREE_USAGE = of(3, "billing_day,workspace_id,meter,quota,quantity,beyond,unit");
    static final SampleTable ALERTS = of(3, "billing_day,workspace_id,meter,threshold,amount,currency");
    static final SampleTable BILL_DETAILS = of(
            6,
            "consumeTimeOfDay,workspaceUuid,tag6,consumePlatform,currency,billingCycle,billingResult,deductionAmount,"
                    + "oweAmount,originAmount,couponAmount,storedCardAmount,cashAmount,cashCouldAmount,"
                    + "commodityCategory,customerIdentifier,consumeTime,count");
    static final SampleTable INVOICES = of(
            3,
            "billing_month,account_id,invoice_number,currency,total,voucher,prepaid_card,cash,cloud,owed,"
                    + "fapiao_amount,state");
    static final SampleTable INVOICE_LINES = of(
            7,
            "billing_month,account_id,invoice_number,workspace_id,meter,retention_days,kind,quantity,unit,amount,"
                    + "currency");
    static final SampleTable INVOICES_2 = of(
            3,
            "billing_month,account_id,invoice_number,currency,total,voucher,prepaid_card,cash,cloud,owed,"
                    + "fapiao_amount,state,document,refers_to,account_name,period_from,period_to,invoice_date,due_date,"
                    + "seller,buyer_title,buyer_tax_id");
    /** A line by its unit prices and, for adjustments, billing days, which are the last columns. */
    static final SampleTable INVOICE_LINES_2 = of(
            7,
            "billing_month,account_id,invoice_number,workspace_id,meter,retention_days,kind,quantity,unit,amount,"
                    + "currency,account_name,workspace_name,billing_day,unit_price");

    static final SampleTable QUARANTINE = of(4, "workspace_id,billing_day,file,line,reason");

    private static SampleTable of(int keys, String columns) {
        return new SampleTable(List.of(columns.split(",")), keys, List.of());
    }

    SampleTable with(List<List<String>> filled) {
        return new SampleTable(columns, keys, List.copyOf(filled));
    }
}
