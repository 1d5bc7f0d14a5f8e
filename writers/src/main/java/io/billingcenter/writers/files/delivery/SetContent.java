package io.billingcenter.writers.files.delivery;

import java.io.IOException;

/** The content of a set of files. */
@FunctionalInterface
public interface SetContent {

    /**
     * Writes all files of the set.
     *
     * @throws IOException if a file cannot be written
     * @throws io.billingcenter.domain.delivery.SetRefusedException if the set is not to be published
     */
    void write(SetFiles files) throws IOException;
}
