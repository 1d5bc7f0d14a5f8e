package io.billingcenter.domain.delivery;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where the rows of finance files come from: committed rows and nothing else, so that a repeat gives the same ones. */
public interface DeliveredRowSource {

    /**
     * Streams the rows of a file in its order, with bounded memory.
     *
     * @param row takes one row: a value for each column of the file, of the column's type
     */
    void read(DeliveredFile file, DeliveryPeriod period, Consumer<List<@Nullable Object>> row);

    /** How many rows the file has, asked for by a query of its own. */
    long rowCount(DeliveredFile file, DeliveryPeriod period);

    /**
     * What was posted in the period, asked for by a query of its own; every file with a {@link DeliveredFile#totalColumn}
     * must add up to it.
     */
    CurrencyTotals postedTotals(DeliveryPeriod period);

    /**
     * SHA-256, as lower-case hex digits, of what the period was made from. Of a day: the lines {@code
     * workspace_id|billing_day|record_hash} of its metered workspace-days. Of a month: the lines {@code
     * posting_id|amount} of its postings. The lines are sorted by code point and each ends with LF.
     */
    String inputDigest(DeliveryPeriod period);
}
