package io.billingcenter.schema.settlement;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.settlement.Notice;
import io.billingcenter.domain.settlement.NoticeKind;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;

/** Table {@code notice}: the notices to accounts and workspaces. */
public final class NoticeTable {

    public static final Table TABLE = Table.named("notice");

    public static final Column<BillingDay> NOTICE_DAY = TABLE.day("notice_day");
    public static final Column<BillingAccountId> ACCOUNT_ID = TABLE.account("account_id");
    public static final Column<Currency> CURRENCY = TABLE.currency("currency");
    /** Empty when the account itself is notified. */
    public static final Column<WorkspaceId> WORKSPACE_ID = TABLE.workspaceOrEmpty("workspace_id");

    public static final Column<NoticeKind> NOTICE = TABLE.code("notice", NoticeKind::code, NoticeKind::ofCode);
    /** Cloud account, of a released one; else empty. */
    public static final Column<String> SUBJECT = TABLE.text("subject");

    /** Days until the lock, of a countdown; else NULL. */
    public static final Column<Integer> DAYS_LEFT = TABLE.number("days_left");

    /** Amount owed; NULL where arrears are not the subject. */
    public static final Column<BigDecimal> OWED = TABLE.decimal("owed");

    /** The columns that name a row. */
    public static final List<Column<?>> KEY = List.of(NOTICE_DAY, ACCOUNT_ID, CURRENCY, WORKSPACE_ID, NOTICE, SUBJECT);

    private NoticeTable() {}

    /** Returns the row of a notice. */
    public static TableRow row(Notice notice) {
        Money owed = notice.owed();
        return TABLE.row()
                .set(NOTICE_DAY, notice.day())
                .set(ACCOUNT_ID, notice.wallet().account())
                .set(CURRENCY, notice.wallet().currency())
                .set(WORKSPACE_ID, notice.workspace())
                .set(NOTICE, notice.kind())
                .set(SUBJECT, notice.subject())
                .set(DAYS_LEFT, notice.daysLeft())
                .set(OWED, owed == null ? null : owed.amount());
    }
}
