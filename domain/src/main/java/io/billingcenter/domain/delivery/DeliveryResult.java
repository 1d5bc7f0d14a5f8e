package io.billingcenter.domain.delivery;

import java.nio.file.Path;
import java.util.Map;

/**
 * The result of a delivery.
 *
 * @param revision number of the revision that contains the current content, from 1
 * @param isNew whether the revision was recorded by this delivery; false if the content was unchanged
 * @param folder folder of the revision
 * @param rows number of data rows of each file
 * @param totals total of the postings of the period
 */
public record DeliveryResult(
        DeliveryPeriod period,
        int revision,
        boolean isNew,
        Path folder,
        Map<DeliveredFile, Long> rows,
        CurrencyTotals totals) {

    /** Keeps a copy of the rows. */
    public DeliveryResult {
        rows = Map.copyOf(rows);
    }
}
