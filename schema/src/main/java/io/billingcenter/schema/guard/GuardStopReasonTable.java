package io.billingcenter.schema.guard;

import io.billingcenter.domain.guard.GuardFinding;
import io.billingcenter.domain.guard.GuardReason;
import io.billingcenter.domain.guard.GuardStop;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.ShortText;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Table {@code guard_stop_reason}: the reasons of stops. */
public final class GuardStopReasonTable {

    public static final Table TABLE = Table.named("guard_stop_reason");

    public static final Column<String> FINGERPRINT = TABLE.text("fingerprint");
    public static final Column<Integer> VERSION = TABLE.number("version");
    /** From 1. */
    public static final Column<Integer> ITEM = TABLE.number("item");

    public static final Column<GuardReason> REASON = TABLE.code("reason", GuardReason.values(), GuardReason::code);
    public static final Column<String> SUBJECT = TABLE.text("subject");
    /** Empty where the amount is a number of rows, files or workspace-days. */
    public static final Column<String> CURRENCY = TABLE.text("currency");

    public static final Column<BigDecimal> AMOUNT = TABLE.decimal("amount");
    public static final Column<String> DETAIL = TABLE.text("detail");

    /** The columns that name a row. */
    public static final List<Column<?>> KEY = List.of(FINGERPRINT, VERSION);

    static {
        TABLE.digests(ITEM, REASON, SUBJECT, CURRENCY, AMOUNT, DETAIL);
    }

    private GuardStopReasonTable() {}

    /**
     * Returns the row of a reason.
     *
     * @param item its place in the list, from 1
     */
    public static TableRow row(GuardStop stop, int version, int item, GuardFinding finding) {
        return TABLE.row()
                .set(FINGERPRINT, stop.fingerprint())
                .set(VERSION, version)
                .set(ITEM, item)
                .set(REASON, finding.reason())
                .set(SUBJECT, finding.subject())
                .set(CURRENCY, finding.currency())
                .set(AMOUNT, finding.amount())
                .set(DETAIL, ShortText.of(finding.detail()));
    }

    /** Returns the reason that is in the current row. */
    public static GuardFinding finding(ResultSet row) throws SQLException {
        return new GuardFinding(REASON.get(row), SUBJECT.get(row), CURRENCY.get(row), AMOUNT.get(row), DETAIL.get(row));
    }
}
