package io.billingcenter.domain.delivery;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The source of the rows of delivered files: committed rows only, so that a repeat gives the same rows. */
public interface DeliveredRowSource {

    /** Returns the files of the period, in the order in which they are written. */
    List<DeliveredFile> files(DeliveryPeriod period);

    /**
     * Streams the rows of a file in its order, with bounded memory.
     *
     * @param row receives each row: a value for each column of the file, of the column's type
     */
    void read(DeliveredFile file, DeliveryPeriod period, Consumer<List<@Nullable Object>> row);

    /** Returns the number of rows of the file, determined by a separate query. */
    long rowCount(DeliveredFile file, DeliveryPeriod period);

    /**
     * Returns the total of the postings of the period, determined by a separate query; every file with a {@link
     * DeliveredFile#totalColumn} must add up to it.
     */
    CurrencyTotals postedTotals(DeliveryPeriod period);

    /**
     * Returns the SHA-256 digest of the input of the period, as lower-case hex digits. For a day it covers the
     * workspaces, billing days and record hashes of its metered workspace-days, and for a month the ids and amounts of
     * its postings; one line each with the values separated by {@code |}, sorted by code point and ended by LF.
     */
    String inputDigest(DeliveryPeriod period);
}
