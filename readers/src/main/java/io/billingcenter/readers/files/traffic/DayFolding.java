package io.billingcenter.readers.files.traffic;

import io.billingcenter.domain.metering.fold.MeteredDay;
import io.billingcenter.domain.usage.Rejection;
import java.io.IOException;
import java.io.InputStream;

/** Folds the files of one workspace-day, one after the other. */
interface DayFolding extends AutoCloseable {

    /** From here on everything is of that file. */
    void startFile(String file);

    /** Takes a whole file that does not count. */
    void reject(Rejection file);

    /** Makes room for about that many more records. */
    void expectRecords(long records);

    /** Folds the records of a traffic log. */
    void foldRecords(InputStream text, int blockBytes, String file) throws IOException;

    /** Folds metering rows. */
    void foldRows(RecordSplitter rows, String file) throws IOException;

    /** How many records of the file at hand were decided on so far; to be asked by any thread. */
    long recordsOfFile();

    /** How many records were left to the plain rules so far. */
    long slowRecords();

    /** What all files together amount to. */
    MeteredDay finish();

    /** Ends what belongs to the folding, whether it was finished or not. */
    @Override
    void close();
}
