package io.billingcenter.jobs.upgrade;

import io.billingcenter.domain.reconciliation.ReconciliationResult;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.reconciliation.RunSeals;
import io.billingcenter.readers.tables.reconciliation.Verification;
import io.billingcenter.readers.tables.upgrade.OlderRuns;
import java.nio.file.Path;
import org.springframework.jdbc.core.JdbcTemplate;

/** Verifies a database before it is upgraded, in the tables that it has. */
final class OldVerification {

    private final JdbcTemplate jdbc;
    private final Path out;
    private final OlderRuns runs;

    OldVerification(JdbcTemplate jdbc, Path out) {
        this.jdbc = jdbc;
        this.out = out;
        this.runs = new OlderRuns(jdbc);
    }

    /** Compares the rows of the database with their seals; returns no comparison when it is older than seals. */
    ReconciliationResult rows() {
        ReconciliationResult result = new ReconciliationResult();
        if (runs.hasSeals()) {
            long sealed = new RunSeals(jdbc).sealedRun();
            new Verification(jdbc, out, result).verifyOlderRows(sealed, hasEnded(sealed));
        }
        return result;
    }

    /** Compares the delivered files with their recorded digests. */
    ReconciliationResult files() {
        ReconciliationResult result = new ReconciliationResult();
        if (runs.hasSeals()) {
            new Verification(jdbc, out, result).verifyFiles();
        }
        return result;
    }

    /** Returns whether only comparisons ran since the last seal. */
    private boolean hasEnded(long sealedRun) {
        return runs.areOnly(sealedRun, JobName.RECONCILE.text(), JobName.VERIFY.text());
    }
}
