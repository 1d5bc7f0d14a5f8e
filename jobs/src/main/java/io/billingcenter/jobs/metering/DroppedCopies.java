package io.billingcenter.jobs.metering;

import io.billingcenter.domain.metering.plan.ListedTask.ListedFile;
import io.billingcenter.domain.metering.plan.RemoteFile;
import io.billingcenter.domain.metering.plan.StagedFile;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.readers.files.traffic.TrafficFolder;
import io.billingcenter.readers.tables.metering.StagedFileReader;
import io.billingcenter.writers.files.metering.StagingFolder;
import io.billingcenter.writers.tables.metering.StagedFileWriter;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Removes the copies of workspace-days that were read some days ago. A day stays as long as the measures that count were not read
 * from exactly the files that are there, or the store no longer has one of them.
 */
final class DroppedCopies {

    private final JdbcTemplate jdbc;
    private final StagingFolder staging;
    private final int keepDays;

    /**
     * Removes copies in that folder.
     *
     * @param keepDays days for which copies are kept; 0 for all
     */
    DroppedCopies(JdbcTemplate jdbc, StagingFolder staging, int keepDays) {
        this.jdbc = jdbc;
        this.staging = staging;
        this.keepDays = keepDays;
    }

    /** Removes the copies of days that are old on the day of a run; returns the number of workspace-days. */
    int dropBefore(BillingDay dayOfRun) throws IOException {
        if (keepDays == 0) {
            return 0;
        }
        staging.removeDropped();
        StagedFileReader reader = new StagedFileReader(jdbc);
        StagedFileWriter writer = new StagedFileWriter(jdbc);
        int dropped = 0;
        for (BillingDay day : reader.stagedDaysBefore(dayOfRun.minusDays(keepDays))) {
            Map<WorkspaceDay, Set<ListedFile>> read = reader.read(day);
            for (Map.Entry<WorkspaceDay, List<StagedFile>> entry :
                    reader.staged(day).entrySet()) {
                List<StagedFile> files = entry.getValue();
                if (isRead(files, read.getOrDefault(entry.getKey(), Set.of()))) {
                    // Rows of days that are there again are found by the next listing, so the order does not matter.
                    staging.drop(entry.getKey());
                    writer.store(
                            files.stream().map(file -> file.withFetched(false)).toList());
                    dropped++;
                }
            }
        }
        return dropped;
    }

    private static boolean isRead(List<StagedFile> files, Set<ListedFile> read) {
        Set<ListedFile> there = new HashSet<>();
        for (StagedFile staged : files) {
            RemoteFile file = staged.file();
            if (!staged.listed()) {
                return false;
            }
            if (TrafficFolder.isTrafficFile(file.name())) {
                there.add(new ListedFile(file.name(), file.sizeBytes(), file.changed()));
            }
        }
        return !there.isEmpty() && there.equals(read);
    }
}
