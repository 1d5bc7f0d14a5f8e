package io.billingcenter.writers.files.delivery;

import java.io.IOException;

/** The files of a set that is being made. Several threads may write different files. */
public interface SetFiles {

    /**
     * Begins a file; it has to be completed.
     *
     * @param path path inside the folder of the revision, with {@code /} between its parts
     * @param schema name and version of its layout, like {@code focus-cost-and-usage/1.4}; at most 64 characters
     * @throws IOException if the file cannot be created
     * @throws IllegalArgumentException if the path leads out of the folder, or the set has a file of that path
     */
    SetFile create(String path, String schema) throws IOException;
}
