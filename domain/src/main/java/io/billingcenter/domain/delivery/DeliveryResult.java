package io.billingcenter.domain.delivery;

import java.nio.file.Path;
import java.util.Map;

/**
 * What a delivery did.
 *
 * @param revision the one that holds the content now, from 1
 * @param isNew whether this revision had not been recorded before; false when the content was unchanged
 * @param folder of the revision
 * @param rows data rows of each file
 * @param totals what was posted in the period
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
