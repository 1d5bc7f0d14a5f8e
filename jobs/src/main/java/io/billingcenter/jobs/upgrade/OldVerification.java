package io.billingcenter.jobs.upgrade;

import io.billingcenter.domain.reconciliation.ReconciliationResult;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.reconciliation.RunSeals;
import io.billingcenter.readers.tables.paging.TableNames;
import io.billingcenter.readers.tables.reconciliation.Verification;
import java.nio.file.Path;
import org.springframework.jdbc.core.JdbcTemplate;

/** Verifies a database before it is upgraded, in the tables that it has. */
final class OldVerification {

    private final JdbcTemplate jdbc;
    private final Path out;

    OldVerification(JdbcTemplate jdbc, Path out) {
        this.jdbc = jdbc;
        this.out = out;
    }

    /** Compares the rows of the database with their seals; returns no comparison when it is older than seals. */
    ReconciliationResult rows() {
        ReconciliationResult result = new ReconciliationResult();
        if (hasSeals()) {
            long sealed = new RunSeals(jdbc).sealedRun();
            new Verification(jdbc, out, result).verifyOlderRows(sealed, hasEnded(sealed));
        }
        return result;
    }

    /** Compares the delivered files with their recorded digests. */
    ReconciliationResult files() {
        ReconciliationResult result = new ReconciliationResult();
        if (hasSeals()) {
            new Verification(jdbc, out, result).verifyFiles();
        }
        return result;
    }

    private boolean hasSeals() {
        return TableNames.has(jdbc, "run_seal");
    }

    /**
     * Returns whether only comparisons ran since the last seal. Older databases number runs by the job instances of Spring Batch.
     */
    private boolean hasEnded(long sealedRun) {
        String instances = TableNames.has(jdbc, "run")
                ? "run WHERE run_id > ? AND job_name"
                : "BATCH_JOB_INSTANCE WHERE JOB_INSTANCE_ID > ? AND JOB_NAME";
        if (!TableNames.has(jdbc, "run") && !TableNames.has(jdbc, "batch_job_instance")) {
            return false;
        }
        Integer later = jdbc.queryForObject(
                "SELECT COUNT(*) FROM " + instances + " NOT IN (?, ?)",
                Integer.class,
                sealedRun,
                JobName.RECONCILE.text(),
                JobName.VERIFY.text());
        return later != null && later == 0;
    }
}
