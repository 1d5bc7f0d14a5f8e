package io.billingcenter.writers.delivery;

import io.billingcenter.domain.delivery.CurrencyTotals;
import io.billingcenter.domain.delivery.DeliveryPeriod;
import io.billingcenter.domain.delivery.FinanceFile;
import io.billingcenter.domain.delivery.FinanceRowSource;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Counts a row that is never read. */
record OneRowMore(FinanceRowSource rows) implements FinanceRowSource {

    @Override
    public void read(FinanceFile file, DeliveryPeriod period, Consumer<List<@Nullable Object>> row) {
        rows.read(file, period, row);
    }

    @Override
    public long rowCount(FinanceFile file, DeliveryPeriod period) {
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
