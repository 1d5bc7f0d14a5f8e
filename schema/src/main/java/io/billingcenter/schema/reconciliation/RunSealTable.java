package io.billingcenter.schema.reconciliation;

import io.billingcenter.domain.reconciliation.RunSeal;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Table {@code run_seal}: the chain of seals; it only grows. */
public final class RunSealTable {

    public static final Table TABLE = Table.named("run_seal");

    public static final Column<Integer> SEAL_NUMBER = TABLE.number("seal_number");
    public static final Column<Long> RUN_ID = TABLE.largeNumber("run_id");
    public static final Column<String> PREVIOUS_SEAL = TABLE.text("previous_seal");
    public static final Column<Long> TOTALS = TABLE.largeNumber("totals");
    public static final Column<String> TOTALS_DIGEST = TABLE.text("totals_digest");
    public static final Column<String> SEAL = TABLE.text("seal");

    private RunSealTable() {}

    /** Returns the row of a seal. */
    public static TableRow row(RunSeal seal) {
        return TABLE.row()
                .set(SEAL_NUMBER, seal.number())
                .set(RUN_ID, seal.runId())
                .set(PREVIOUS_SEAL, seal.previous())
                .set(TOTALS, seal.totals())
                .set(TOTALS_DIGEST, seal.totalsDigest())
                .set(SEAL, seal.seal());
    }

    /** Returns the seal that is in the current row. */
    public static RunSeal runSeal(ResultSet row) throws SQLException {
        return new RunSeal(
                SEAL_NUMBER.get(row),
                RUN_ID.get(row),
                PREVIOUS_SEAL.get(row),
                TOTALS.get(row),
                TOTALS_DIGEST.get(row),
                SEAL.get(row));
    }
}
