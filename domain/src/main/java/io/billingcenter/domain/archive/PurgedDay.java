package io.billingcenter.domain.archive;

import io.billingcenter.domain.usage.WorkspaceDay;

/**
 * A workspace-day whose details are in an archive file only.
 *
 * @param fileNumber number of the file
 * @param startByte byte of the file at which decompression begins
 * @param reading number of its last reading; 0 for none
 * @param inputDigest digest of the files and terms of that reading; empty for none
 * @param files number of files of that reading
 * @param unreadableFiles number of those that could not be read
 * @param records number of records in the others
 * @param hasUsage whether the reading led to any usage
 */
public record PurgedDay(
        WorkspaceDay workspaceDay,
        int fileNumber,
        long startByte,
        int reading,
        String inputDigest,
        int files,
        long unreadableFiles,
        long records,
        boolean hasUsage) {}
