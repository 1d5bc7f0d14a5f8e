package io.billingcenter.jobs.metering;

import io.billingcenter.domain.metering.fold.MeteredDay;
import io.billingcenter.domain.metering.fold.MeteringTermsBook;
import io.billingcenter.domain.metering.fold.RejectionSink;
import io.billingcenter.domain.metering.fold.Slice;
import io.billingcenter.domain.metering.fold.TablesFullException;
import io.billingcenter.domain.metering.plan.MeteredReading;
import io.billingcenter.domain.metering.plan.MeteringTask;
import io.billingcenter.domain.metering.plan.QuarantineLimit;
import io.billingcenter.readers.files.traffic.TrafficFolder;
import io.billingcenter.readers.files.traffic.UnreadableFileException;
import io.billingcenter.writers.tables.metering.QuarantineWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Reads the files of workspace-days, or of slices of them. Rejected records are stored at once, in the transaction of the
 * chunk. A slice whose tables become too large is rolled back and read as two halves. A file that cannot be read is
 * quarantined as a whole, and the others are read.
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
     * @param nested rolls back an attempt within the transaction of the chunk
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
            readings.add(reading(task));
        }
        return readings;
    }

    /** Reads the files that can be read; when one fails, all are read again without it. */
    private MeteredReading reading(MeteringTask task) throws IOException {
        Map<String, String> unreadable = new TreeMap<>();
        while (true) {
            Map<String, String> faults = new TreeMap<>();
            try {
                MeteredDay day = read(task, task.slice(), unreadable, faults);
                return new MeteredReading(task, day, limit.isExceededBy(day), faults, Set.of());
            } catch (UncheckedIOException e) {
                if (!(e.getCause() instanceof UnreadableFileException fault) || unreadable.containsKey(fault.file())) {
                    throw e.getCause();
                }
                String reason =
                        folder.faultOfName(task.workspaceDay(), fault.file()).orElse(fault.reason());
                LOG.warn("{}/{} cannot be read: {}", task.workspaceDay(), fault.file(), reason);
                unreadable.put(fault.file(), reason);
                readers.readAgain(task);
            }
        }
    }

    private MeteredDay read(
            MeteringTask task, Slice slice, Map<String, String> unreadable, Map<String, String> faults) {
        try {
            return Objects.requireNonNull(nested.execute(status -> attempt(task, slice, unreadable, faults)));
        } catch (TablesFullException e) {
            LOG.info("Slice {} of {} of {} is read in halves", slice.index(), slice.count(), task.workspaceDay());
            readers.readAgain(task);
            List<Slice> halves = slice.parts(2);
            // Both halves must see the same files, so a fault in the second one also rolls back the first.
            return Objects.requireNonNull(nested.execute(status ->
                    read(task, halves.get(0), unreadable, faults).plus(read(task, halves.get(1), unreadable, faults))));
        }
    }

    private MeteredDay attempt(
            MeteringTask task, Slice slice, Map<String, String> unreadable, Map<String, String> faults) {
        QuarantineWriter quarantine = new QuarantineWriter(jdbc, task, slice, runId);
        RejectionSink sink = rejection -> {
            if (rejection.reason().isOfFile()) {
                faults.put(rejection.place().file(), rejection.detail());
            }
            quarantine.accept(rejection);
        };
        try {
            MeteredDay day = readers.of(task)
                    .read(
                            task.workspaceDay(),
                            paths(task),
                            unreadable,
                            terms.termsOf(task.workspaceDay()).of(slice),
                            sink);
            quarantine.finish();
            return day;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> paths(MeteringTask task) {
        Path dayFolder = folder.folderOf(task.workspaceDay());
        return task.files().stream().map(dayFolder::resolve).toList();
    }
}
