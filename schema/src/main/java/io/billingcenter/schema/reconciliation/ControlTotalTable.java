package io.billingcenter.schema.reconciliation;

import io.billingcenter.domain.digest.Digests;
import io.billingcenter.domain.reconciliation.ControlStage;
import io.billingcenter.domain.reconciliation.ControlTotal;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Table {@code control_total}: counts and digests of the rows of each stage and unit of work; it only grows. */
public final class ControlTotalTable {

    public static final Table TABLE = Table.named("control_total");

    public static final Column<ControlStage> STAGE = TABLE.code("stage", ControlStage.values(), ControlStage::code);
    /** The workspace, or the account that is settled, or empty. */
    public static final Column<String> WORKSPACE_ID = TABLE.text("workspace_id");

    public static final Column<LocalDate> CONTROL_DAY = TABLE.date("control_day");
    /** The reading, rating, ... of the unit. */
    public static final Column<Integer> VERSION = TABLE.number("version");

    public static final Column<String> SUBJECT = TABLE.text("subject");
    public static final Column<String> CURRENCY = TABLE.text("currency");
    public static final Column<LocalDate> POSTED_DAY = TABLE.date("posted_day");
    public static final Column<Long> ROW_COUNT = TABLE.largeNumber("row_count");
    public static final Column<BigDecimal> QUANTITY = TABLE.decimal("quantity");
    public static final Column<BigDecimal> AMOUNT = TABLE.decimal("amount");
    /** Rows and digest of each table. */
    public static final Column<String> PARTS = TABLE.text("parts");

    /** SHA-256 of the parts, as 64 hex digits. */
    public static final Column<String> DIGEST = TABLE.text("digest");

    public static final Column<Long> RUN_ID = TABLE.largeNumber("run_id");

    static {
        TABLE.digests(
                STAGE,
                WORKSPACE_ID,
                CONTROL_DAY,
                VERSION,
                SUBJECT,
                CURRENCY,
                POSTED_DAY,
                ROW_COUNT,
                QUANTITY,
                AMOUNT,
                PARTS,
                DIGEST);
    }

    private ControlTotalTable() {}

    /** Returns the row of a total that a run writes. */
    public static TableRow row(ControlTotal total, long runId) {
        return TABLE.row()
                .set(STAGE, total.stage())
                .set(WORKSPACE_ID, total.workspace())
                .set(CONTROL_DAY, total.day())
                .set(VERSION, total.version())
                .set(SUBJECT, total.subject())
                .set(CURRENCY, total.currency())
                .set(POSTED_DAY, total.postedDay())
                .set(ROW_COUNT, total.rows())
                .set(QUANTITY, total.quantity())
                .set(AMOUNT, total.amount())
                .set(PARTS, total.parts())
                .set(DIGEST, Digests.sha256(total.parts()))
                .set(RUN_ID, runId);
    }
}
