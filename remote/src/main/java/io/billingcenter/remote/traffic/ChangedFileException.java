package io.billingcenter.remote.traffic;

import io.billingcenter.domain.metering.plan.RemoteFile;
import java.io.IOException;

/** Thrown when a store no longer has a file in the version that it listed: replaced or deleted. */
public final class ChangedFileException extends IOException {

    private static final long serialVersionUID = 1L;

    /** Creates the exception for a file of a store. */
    public ChangedFileException(String address, RemoteFile file, String found) {
        super("Expected the listed version of " + address + ", " + file.sizeBytes() + " bytes of " + file.modified()
                + (file.version().isEmpty() ? "" : " with version " + file.version()) + ", found " + found);
    }
}
