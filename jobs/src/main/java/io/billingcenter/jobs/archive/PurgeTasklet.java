package io.billingcenter.jobs.archive;

import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.jobs.launch.Folders;
import io.billingcenter.jobs.launch.RunId;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.readers.tables.archive.ArchiveFiles;
import io.billingcenter.readers.tables.archive.PurgePlanReader;
import io.billingcenter.writers.tables.archive.PurgedDayWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Archives and purges month by month. One transaction writes the file of a month and stores its digest; each further one deletes
 * a chunk of workspace-days that were read back from the file. A repeat after a crash archives those that are still in the
 * tables in a further file, so that nothing is deleted that changed in between.
 */
final class PurgeTasklet implements Tasklet {

    private final JdbcTemplate jdbc;
    private final Folders folders;
    private final int workspaceDays;
    private @Nullable Deque<BillingMonth> months;
    private @Nullable PurgedChunks chunks;

    /**
     * Creates the step.
     *
     * @param workspaceDays largest number of workspace-days in a transaction
     */
    PurgeTasklet(JdbcTemplate jdbc, Folders folders, int workspaceDays) {
        this.jdbc = jdbc;
        this.workspaceDays = workspaceDays;
        this.folders = folders;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        if (months == null) {
            BillingMonth before = RunRequest.of(contribution).requireMonth();
            months = new ArrayDeque<>(new PurgePlanReader(jdbc).monthsBefore(before));
        }
        try {
            if (chunks != null) {
                if (!chunks.purgeNext()) {
                    chunks.close();
                    chunks = null;
                }
                return RepeatStatus.CONTINUABLE;
            }
            BillingMonth month = months.poll();
            if (month == null) {
                return RepeatStatus.FINISHED;
            }
            chunks = archive(month, RunId.of(contribution));
            return RepeatStatus.CONTINUABLE;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Expected to write and read archive files in " + folders.archive() + "; nothing was deleted that is"
                            + " not in a file. Free space on its disk or make the folder writable",
                    e);
        }
    }

    private PurgedChunks archive(BillingMonth month, long runId) throws IOException {
        Path folder = folders.requireArchive();
        int number = new ArchiveFiles(jdbc, folder).nextNumber();
        MonthArchive archive = MonthArchive.write(jdbc, month, number, folder);
        new PurgedDayWriter(jdbc).add(archive.file(), runId);
        return new PurgedChunks(jdbc, archive, workspaceDays);
    }
}
