package io.billingcenter.jobs.reconciliation;

import io.billingcenter.domain.reconciliation.ControlStage;
import io.billingcenter.domain.reconciliation.ControlTotal;
import io.billingcenter.domain.reconciliation.RunSeal;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.readers.tables.reconciliation.ControlTables;
import io.billingcenter.readers.tables.reconciliation.ControlTables.SealedTotals;
import io.billingcenter.readers.tables.runs.LaterRuns;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.digest.RowSum;
import io.billingcenter.schema.digest.StateTables;
import io.billingcenter.writers.tables.reconciliation.ControlTotals;
import io.billingcenter.writers.tables.reconciliation.GateWriter;
import io.billingcenter.writers.tables.reconciliation.SealWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The chain of seals; callers append links within a transaction. */
public final class RunSeals {

    private static final String SEAL_GATE = "seal";

    private final JdbcTemplate jdbc;
    private final ControlTables tables;

    /** The chain of this database. */
    public RunSeals(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.tables = new ControlTables(jdbc);
    }

    /** Returns the number of the last run after which everything was sealed; -1 when there is none. */
    public long sealedRun() {
        return new GateWriter(jdbc).passedRun(SEAL_GATE);
    }

    /** Returns whether every run since the one that sealed last only compared. */
    boolean hasEnded(long sealedRun) {
        return new LaterRuns(jdbc).areOnly(sealedRun, JobName.RECONCILE.text(), JobName.VERIFY.text());
    }

    /**
     * Seals everything that was written since the last seal, with the tables that are not as they were sealed last.
     *
     * @param day day under which the states of tables stand
     * @param layoutChanged whether tables made of reference files are checked even if the files have not changed
     */
    public void seal(long runId, LocalDate day, boolean layoutChanged) {
        List<RunSeal> seals = tables.seals();
        @Nullable RunSeal last = seals.isEmpty() ? null : seals.get(seals.size() - 1);
        int number = last == null ? 1 : last.number() + 1;
        new ControlTotals(jdbc, runId).insert(changedStates(number, day, layoutChanged));
        SealedTotals totals = tables.totals(last == null ? -1 : last.runId(), runId);
        if (totals.count() > 0) {
            new SealWriter(jdbc).append(RunSeal.after(last, runId, totals.count(), totals.digest()));
        }
        new GateWriter(jdbc).passed(SEAL_GATE, runId);
    }

    private List<ControlTotal> changedStates(int number, LocalDate day, boolean layoutChanged) {
        List<ControlTotal> changed = new ArrayList<>();
        boolean otherReference = layoutChanged;
        for (Table table : StateTables.ALL) {
            if (StateTables.isOfReferenceFiles(table) && !otherReference) {
                continue;
            }
            RowSum now = tables.state(table);
            String sealed = tables.sealedState(table);
            if (sealed == null || !sealed.equals(now.parts())) {
                otherReference |= table == StateTables.REFERENCE_FILES;
                changed.add(stateOf(table.name(), number, day, now.rows(), now.parts()));
            }
        }
        return changed;
    }

    private static ControlTotal stateOf(String subject, int number, LocalDate day, long rows, String parts) {
        return new ControlTotal(
                ControlStage.STATE, "", day, number, subject, "", null, rows, BigDecimal.ZERO, BigDecimal.ZERO, parts);
    }

    /**
     * Seals the tables as an upgrade leaves them, in a link that also names the digests before and after.
     *
     * @param version version of the tables
     * @param day day that is stored with the link
     */
    public void sealSchema(long runId, int version, LocalDate day, String oldDigest, String newDigest) {
        List<RunSeal> seals = tables.seals();
        String parts = "old " + oldDigest + " new " + newDigest;
        new ControlTotals(jdbc, runId).insert(List.of(stateOf("schema " + version, seals.size() + 1, day, 1, parts)));
        seal(runId, day, true);
    }
}
