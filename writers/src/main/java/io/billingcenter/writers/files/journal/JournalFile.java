package io.billingcenter.writers.files.journal;

import io.billingcenter.domain.journal.JournalEntry;
import java.io.Closeable;
import java.io.IOException;

/** One spelling of the journal while it is written. */
interface JournalFile extends Closeable {

    /** Adds an entry that has lines. */
    void add(JournalEntry entry) throws IOException;

    /** Completes the file. */
    void finish() throws IOException;
}
