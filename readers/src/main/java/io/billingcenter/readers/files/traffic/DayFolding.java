package io.billingcenter.readers.files.traffic;

import io.billingcenter.domain.metering.fold.MeteredDay;
import io.billingcenter.domain.usage.Rejection;
import java.io.IOException;
import java.io.InputStream;

/** Folds the files of one workspace-day, one after another. */
interface DayFolding extends AutoCloseable {

    /** Begins a file; all following calls are about it. */
    void startFile(String file);

    /** Rejects a whole file. */
    void reject(Rejection file);

    /** Makes room for about that many more records. */
    void expectRecords(long records);

    /** Folds the records of a traffic log. */
    void foldRecords(InputStream text, int blockBytes, String file) throws IOException;

    /** Folds metering rows. */
    void foldRows(RecordSplitter rows, String file) throws IOException;

    /** Returns the number of records of the current file decided on so far; any thread may call it. */
    long recordsOfFile();

    /** Returns the number of records that took the plain rules so far. */
    long slowRecords();

    /** Returns the totals of all files together. */
    MeteredDay finish();

    /** Releases the resources of the fold, finished or not. */
    @Override
    void close();
}
