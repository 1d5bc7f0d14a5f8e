package io.billingcenter.writers.files.delivery;

import io.billingcenter.domain.delivery.CurrencyTotals;
import io.billingcenter.domain.delivery.DeliveredFile;
import io.billingcenter.domain.delivery.DeliveredRowSource;
import io.billingcenter.domain.delivery.DeliveryPeriod;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Counts a row that is never read. */
record OneRowMore(DeliveredRowSource rows) implements DeliveredRowSource {

    @Override
    public List<DeliveredFile> files(DeliveryPeriod period) {
        return rows.files(period);
    }

    @Override
    public void read(DeliveredFile file, DeliveryPeriod period, Consumer<List<@Nullable Object>> row) {
        rows.read(file, period, row);
    }

    @Override
    public long rowCount(DeliveredFile file, DeliveryPeriod period) {
        return rows.rowCount(file, period) + 1;
    }

    @Override
    public CurrencyTotals postedTotals(DeliveryPeriod period) {
        return rows.postedTotals(period);
    }

    @Override
    public String inputDigest(DeliveryPeriod period) {
        return rows.inputDigest(period);
    }
}
