package io.billingcenter.schema.guard;

import io.billingcenter.domain.guard.GuardLevel;
import io.billingcenter.domain.guard.GuardStop;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.util.List;

/** Table {@code guard_stop}: the stops of runs; a list that has grown after a consent is a further version. */
public final class GuardStopTable {

    public static final Table TABLE = Table.named("guard_stop");

    public static final Column<String> FINGERPRINT = TABLE.text("fingerprint");
    public static final Column<Integer> VERSION = TABLE.number("version");
    public static final Column<GuardLevel> LEVEL = TABLE.code("level", GuardLevel.values(), GuardLevel::code);
    public static final Column<BillingDay> COMMAND_DAY = TABLE.day("command_day");
    /** Digest of the input for which the run was stopped. */
    public static final Column<String> EVIDENCE = TABLE.text("evidence");

    public static final Column<Long> RUN_ID = TABLE.largeNumber("run_id");

    /** The columns that name a row. */
    public static final List<Column<?>> KEY = List.of(FINGERPRINT, VERSION);

    static {
        TABLE.digests(LEVEL, COMMAND_DAY, EVIDENCE);
    }

    private GuardStopTable() {}

    /** Returns the row of a stop of a run. */
    public static TableRow row(GuardStop stop, int version, long runId) {
        return TABLE.row()
                .set(FINGERPRINT, stop.fingerprint())
                .set(VERSION, version)
                .set(LEVEL, stop.level())
                .set(COMMAND_DAY, stop.day())
                .set(EVIDENCE, stop.inputDigest())
                .set(RUN_ID, runId);
    }
}
