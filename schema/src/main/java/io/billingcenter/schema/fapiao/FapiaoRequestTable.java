package io.billingcenter.schema.fapiao;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.fapiao.FapiaoRequest;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.math.BigDecimal;
import java.util.Currency;

/** Table {@code fapiao_request}: the requests of fapiao; it only grows. */
public final class FapiaoRequestTable {

    public static final Table TABLE = Table.named("fapiao_request");

    public static final Column<String> REQUEST_ID = TABLE.text("request_id");
    public static final Column<String> INVOICE_NUMBER = TABLE.text("invoice_number");
    public static final Column<BillingMonth> BILLING_MONTH = TABLE.month("billing_month");
    public static final Column<BillingAccountId> ACCOUNT_ID = TABLE.account("account_id");
    public static final Column<Currency> CURRENCY = TABLE.currency("currency");
    public static final Column<BigDecimal> AMOUNT = TABLE.decimal("amount");
    public static final Column<Long> RUN_ID = TABLE.largeNumber("run_id");

    private FapiaoRequestTable() {}

    /** Returns the row of a request that a run makes. */
    public static TableRow row(FapiaoRequest request, long runId) {
        return TABLE.row()
                .set(REQUEST_ID, request.id())
                .set(INVOICE_NUMBER, request.invoiceNumber())
                .set(BILLING_MONTH, request.month())
                .set(ACCOUNT_ID, request.account())
                .set(CURRENCY, request.amount().currency())
                .set(AMOUNT, request.amount().amount())
                .set(RUN_ID, runId);
    }
}
