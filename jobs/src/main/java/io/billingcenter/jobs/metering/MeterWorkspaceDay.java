package io.billingcenter.jobs.metering;

import io.billingcenter.domain.usage.MeteredDay;
import io.billingcenter.domain.usage.MeteredReading;
import io.billingcenter.domain.usage.MeteringTask;
import io.billingcenter.domain.usage.MeteringTermsBook;
import io.billingcenter.domain.usage.QuarantineLimit;
import io.billingcenter.domain.usage.Slice;
import io.billingcenter.domain.usage.TablesFullException;
import io.billingcenter.readers.traffic.TrafficFolder;
import io.billingcenter.writers.metering.QuarantineWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Reads the files of workspace-days, or of slices of them; what is rejected is stored at once, in the transaction of the
 * chunk. A slice of which the tables prove too large is forgotten, with what was stored, and read as two halves.
 */
final class MeterWorkspaceDay implements ItemProcessor<List<MeteringTask>, List<MeteredReading>> {

    private static final Logger LOG = LoggerFactory.getLogger(MeterWorkspaceDay.class);

    private final TrafficFolder folder;
    private final TrafficReaders readers;
    private final MeteringTermsBook terms;
    private final QuarantineLimit limit;
    private final JdbcTemplate jdbc;
    private final TransactionOperations nested;
    private final long runId;

    /**
     * A processor of one partition.
     *
     * @param nested lets everything of an attempt be taken back within the transaction of the chunk
     */
    MeterWorkspaceDay(
            TrafficFolder folder,
            TrafficReaders readers,
            MeteringTermsBook terms,
            QuarantineLimit limit,
            JdbcTemplate jdbc,
            TransactionOperations nested,
            long runId) {
        this.folder = folder;
        this.readers = readers;
        this.terms = terms;
        this.limit = limit;
        this.jdbc = jdbc;
        this.nested = nested;
        this.runId = runId;
    }

    @Override
    public List<MeteredReading> process(List<MeteringTask> tasks) throws IOException {
        List<MeteredReading> readings = new ArrayList<>(tasks.size());
        for (MeteringTask task : tasks) {
            MeteredDay day = read(task, task.slice());
            readings.add(new MeteredReading(task, day, limit.isExceededBy(day)));
        }
        return readings;
    }

    private MeteredDay read(MeteringTask task, Slice slice) throws IOException {
        try {
            return Objects.requireNonNull(nested.execute(status -> attempt(task, slice)));
        } catch (TablesFullException e) {
            LOG.info("Slice {} of {} of {} is read in halves", slice.index(), slice.count(), task.workspaceDay());
            readers.readAgain(task);
            List<Slice> halves = slice.parts(2);
            return read(task, halves.get(0)).plus(read(task, halves.get(1)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private MeteredDay attempt(MeteringTask task, Slice slice) {
        Path dayFolder = folder.folderOf(task.workspaceDay());
        List<Path> files = task.files().stream().map(dayFolder::resolve).toList();
        QuarantineWriter quarantine = new QuarantineWriter(jdbc, task, slice, runId);
        try {
            MeteredDay day = readers.of(task)
                    .read(
                            task.workspaceDay(),
                            files,
                            terms.termsOf(task.workspaceDay()).of(slice),
                            quarantine);
            quarantine.finish();
            return day;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
