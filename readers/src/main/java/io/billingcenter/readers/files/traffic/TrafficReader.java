package io.billingcenter.readers.files.traffic;

import io.billingcenter.domain.metering.fold.MeteredDay;
import io.billingcenter.domain.metering.fold.MeteringTerms;
import io.billingcenter.domain.metering.fold.RejectionSink;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Reads the files of one workspace-day and folds their records into measures. */
public interface TrafficReader {

    /**
     * Reads files and returns their totals.
     *
     * @param files the files of the workspace-day, in file order; each named as {@link TrafficFolder} lists them
     * @param quarantine receives every record and file that does not count, as it is found
     * @throws UnreadableFileException when a file cannot be got at, which is known only when part of it may have been
     *     folded; the caller forgets what was found and reads again without it. A file with a bad content is
     *     quarantined instead
     */
    default MeteredDay read(WorkspaceDay workspaceDay, List<Path> files, MeteringTerms terms, RejectionSink quarantine)
            throws IOException {
        return read(workspaceDay, files, Map.of(), terms, quarantine);
    }

    /**
     * Reads files, except those known to be inaccessible, which are quarantined as a whole.
     *
     * @param unreadable the reason by file name
     */
    MeteredDay read(
            WorkspaceDay workspaceDay,
            List<Path> files,
            Map<String, String> unreadable,
            MeteringTerms terms,
            RejectionSink quarantine)
            throws IOException;
}
