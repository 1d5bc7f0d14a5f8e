package io.billingcenter.jobs.archive;

import io.billingcenter.domain.archive.ArchiveFile;
import io.billingcenter.domain.archive.DetailRow;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.readers.files.archive.ArchiveReader;
import io.billingcenter.readers.tables.archive.ArchiveFiles.Place;
import io.billingcenter.writers.tables.archive.PurgedDayWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the details of a billing day back into the tables, of all its workspaces: they share the files that are delivered for
 * the day, and packages. Then the day is as if it had never been purged, and a later purge archives it again.
 */
@Component
public class RestoredDetails {

    private static final Logger LOG = LoggerFactory.getLogger(RestoredDetails.class);

    /** Rows in a transaction, with those of the last workspace-day. */
    private static final int ROWS = 10_000;

    private final Archives archives;
    private final PurgedDayWriter writer;
    private final TransactionTemplate transaction;

    RestoredDetails(JdbcTemplate jdbc, Archives archives, PlatformTransactionManager transactions) {
        this.archives = archives;
        this.writer = new PurgedDayWriter(jdbc);
        this.transaction = new TransactionTemplate(transactions);
        // What reads the day next, such as the writers of several files at once, has transactions of its own.
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Brings the details of a day back, if they were purged. A restore that was interrupted goes on with the workspace-days
     * that are still missing.
     *
     * @throws IllegalArgumentException if an archive file is missing, or is not as it was written
     */
    public void restore(BillingDay day) {
        Map<ArchiveFile, List<Place>> places = archives.files().of(day).stream()
                .collect(Collectors.groupingBy(Place::file, LinkedHashMap::new, Collectors.toList()));
        places.forEach((file, ofFile) -> {
            try {
                Path path = archives.files().requireUnchanged(file);
                restore(path, ofFile);
                LOG.info("Brought the details of {} back from {}: {} workspaces", day, path, ofFile.size());
            } catch (IOException e) {
                throw new UncheckedIOException("Expected to read the archive file " + file.path(), e);
            }
        });
    }

    private void restore(Path path, List<Place> places) throws IOException {
        Set<WorkspaceDay> wanted = places.stream().map(Place::workspaceDay).collect(Collectors.toSet());
        long start = places.stream().mapToLong(Place::startByte).min().orElse(0);
        try (ArchiveReader reader = ArchiveReader.openAt(path, start)) {
            List<DetailRow> rows = new ArrayList<>();
            Set<WorkspaceDay> days = new TreeSet<>();
            for (DetailRow row = reader.next(); row != null; row = reader.next()) {
                if (!wanted.contains(row.workspaceDay())) {
                    continue;
                }
                if (rows.size() >= ROWS && !days.contains(row.workspaceDay())) {
                    insert(reader, days, rows);
                    rows = new ArrayList<>();
                    days = new TreeSet<>();
                }
                rows.add(row);
                days.add(row.workspaceDay());
            }
            insert(reader, days, rows);
        }
    }

    private void insert(ArchiveReader reader, Set<WorkspaceDay> days, List<DetailRow> rows) {
        transaction.executeWithoutResult(status -> writer.restore(days, reader.columns(), rows));
    }
}
