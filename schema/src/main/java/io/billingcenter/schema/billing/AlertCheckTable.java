package io.billingcenter.schema.billing;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.billing.AlertWork;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;

/** Table {@code alert_check}: the ratings that were compared with thresholds last. */
public final class AlertCheckTable {

    public static final Table TABLE = Table.named("alert_check");

    public static final Column<WorkspaceId> WORKSPACE_ID = TABLE.workspace("workspace_id");
    public static final Column<BillingDay> BILLING_DAY = TABLE.day("billing_day");
    public static final Column<Integer> RATING = TABLE.number("rating");
    public static final Column<String> TERMS_DIGEST = TABLE.text("terms_digest");

    private AlertCheckTable() {}

    /** Returns the row of a rating that was compared with the thresholds of its workspace. */
    public static TableRow row(AlertWork work) {
        return TABLE.row()
                .set(WORKSPACE_ID, work.workspaceDay().workspace())
                .set(BILLING_DAY, work.workspaceDay().day())
                .set(RATING, work.ratingNumber())
                .set(TERMS_DIGEST, work.termsDigest());
    }
}
