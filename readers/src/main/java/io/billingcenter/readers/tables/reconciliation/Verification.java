package io.billingcenter.readers.tables.reconciliation;

import io.billingcenter.domain.reconciliation.ControlLevel;
import io.billingcenter.domain.reconciliation.ReconciliationResult;
import io.billingcenter.domain.reconciliation.RunSeal;
import io.billingcenter.readers.tables.archive.ArchiveFiles;
import io.billingcenter.readers.tables.archive.MemoryTables;
import io.billingcenter.readers.tables.paging.TableNames;
import io.billingcenter.readers.tables.reconciliation.ControlTables.Range;
import io.billingcenter.readers.tables.reconciliation.ControlTables.SealedTotals;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.digest.StateTables;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The verification of everything that was written: digests of rows and files are computed again and compared with those of the
 * control totals, and these with the seals.
 */
public final class Verification {

    private final JdbcTemplate jdbc;
    private final Path out;
    private final ReconciliationResult result;
    private final ControlTables tables;

    /**
     * Creates a verification.
     *
     * @param out folder of the delivered files
     * @param result takes the comparisons
     */
    public Verification(JdbcTemplate jdbc, Path out, ReconciliationResult result) {
        this.jdbc = jdbc;
        this.out = out;
        this.result = result;
        this.tables = new ControlTables(jdbc);
    }

    /**
     * Compares everything.
     *
     * @param sealedRun the last run that left everything sealed
     * @param ended true if no run has changed anything since, so that the tables that change can be compared, too
     */
    public void verify(long sealedRun, boolean ended) {
        verifyOlderRows(sealedRun, ended);
        new BillControl(jdbc, result).compareWallets();
        verifyFiles();
    }

    /** Compares the published files with their records. */
    public void verifyFiles() {
        new DeliveryVerification(jdbc, out, result).verify();
    }

    /**
     * Compares the archived details of purged workspace-days with the digests of their files and with their control totals.
     *
     * @param files the archive files
     * @param tables creates a database in memory, if there are any
     */
    public void verifyArchives(ArchiveFiles files, Supplier<MemoryTables> tables) {
        new ArchiveVerification(jdbc, result, files, tables).verify();
    }

    /**
     * Compares the rows of a database that an older program has left with its control totals and seals. Tables that came later
     * may be missing. Wallets are not compared with each other, since that takes the tables of this program.
     *
     * @param sealedRun the last run that left everything sealed
     * @param ended true if no run has changed anything since
     */
    public void verifyOlderRows(long sealedRun, boolean ended) {
        verifySeals(sealedRun);
        for (Range range : tables.ranges("stage IN ('read', 'rated', 'posted', 'alert')")) {
            new WorkspaceVerification(jdbc, result, range).verify();
        }
        BilledVerification billed = new BilledVerification(jdbc, result);
        billed.verifyFees();
        billed.verifyInvoices();
        billed.verifyCorrections();
        for (Range range : tables.ranges("stage = 'settled'")) {
            new SettlementVerification(jdbc, result, range).verify();
        }
        new QuarantineVerification(jdbc, result).verify();
        if (TableNames.has(jdbc, "consent")) {
            new ConsentVerification(jdbc, result).verify();
        }
        if (ended) {
            verifyStates();
        }
    }

    private void verifySeals(long sealedRun) {
        List<RunSeal> seals = tables.seals();
        String previous = "";
        long afterRun = -1;
        int number = 0;
        for (RunSeal seal : seals) {
            number++;
            String key = "run_seal " + seal.number() + " of run " + seal.runId();
            result.compare(ControlLevel.SEAL, key + " number", seal.number(), number);
            result.compare(ControlLevel.SEAL, key + " previous seal", seal.previous(), previous);
            result.compare(ControlLevel.SEAL, key, seal.seal(), seal.computed());
            SealedTotals totals = tables.totals(afterRun, seal.runId());
            result.compare(ControlLevel.SEAL, key + " control totals", seal.totals(), totals.count());
            result.compare(ControlLevel.SEAL, key + " control_total", seal.totalsDigest(), totals.digest());
            previous = seal.seal();
            afterRun = seal.runId();
        }
        Long unsealed = jdbc.queryForObject(
                "SELECT COUNT(*) FROM control_total WHERE run_id > ? AND run_id <= ?", Long.class, afterRun, sealedRun);
        result.compare(
                ControlLevel.SEAL,
                "run_seal, control totals after run " + afterRun + " without a seal",
                0,
                unsealed == null ? 0 : unsealed);
    }

    private void verifyStates() {
        for (Table table : StateTables.ALL) {
            String sealed = tables.sealedState(table);
            if (sealed != null) {
                result.compare(
                        ControlLevel.ROW_DIGESTS,
                        "table " + table.name(),
                        sealed,
                        tables.state(table).parts());
            }
        }
    }
}
