package io.billingcenter.readers.traffic;

import io.billingcenter.domain.usage.MeteredDay;
import io.billingcenter.domain.usage.MeteringTerms;
import io.billingcenter.domain.usage.RejectionSink;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Reads the files of one workspace-day and folds their records into measures. */
public interface TrafficReader {

    /**
     * What the files amount to.
     *
     * @param files the files of the workspace-day, in file order; each named as {@link TrafficFolder} lists them
     * @param quarantine takes every record and file that does not count, as it is found
     * @throws IOException when the disk fails or a file is gone; a file with a bad content is quarantined instead
     */
    MeteredDay read(WorkspaceDay workspaceDay, List<Path> files, MeteringTerms terms, RejectionSink quarantine)
            throws IOException;
}
