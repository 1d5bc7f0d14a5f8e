package io.billingcenter.jobs.reconciliation;

import io.billingcenter.jobs.archive.Archives;
import io.billingcenter.jobs.launch.Folders;
import io.billingcenter.readers.tables.reconciliation.Verification;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.JdbcTemplate;

/** Verifies that rows and delivered files are as they were sealed. */
final class VerifyTasklet implements Tasklet {

    private static final String GATE = "verify";
    private static final String INTACT = "everything as it was written and sealed";

    private final Gate gate;
    private final JdbcTemplate jdbc;
    private final Folders folders;
    private final Archives archives;

    VerifyTasklet(Gate gate, JdbcTemplate jdbc, Folders folders, Archives archives) {
        this.gate = gate;
        this.jdbc = jdbc;
        this.folders = folders;
        this.archives = archives;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        RunSeals seals = new RunSeals(jdbc);
        long sealed = seals.sealedRun();
        gate.requireBalance(GATE, INTACT, contribution, result -> {
            Verification verification = new Verification(jdbc, folders.out(), result);
            verification.verify(sealed, seals.hasEnded(sealed));
            verification.verifyArchives(archives.files(), archives::memory);
        });
        return RepeatStatus.FINISHED;
    }
}
