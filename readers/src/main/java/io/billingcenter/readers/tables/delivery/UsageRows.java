package io.billingcenter.readers.tables.delivery;

import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.FreeQuotas;
import io.billingcenter.domain.usage.Measure;
import io.billingcenter.domain.usage.MeasureTier;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.Usage;
import io.billingcenter.schema.billing.RatedDayTable;
import io.billingcenter.schema.metering.MeteredDayTable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The rows of the files of usage that one rating gives. */
final class UsageRows {

    private static final Comparator<Usage> ORDER = Comparator.comparing(
                    (Usage used) -> used.tier().meter().code())
            .thenComparingInt(used -> used.tier().retentionDays());

    private UsageRows() {}

    /** Passes on the rows of {@code usage} of the rating in the current row, in the order of the file. */
    static void usage(ResultSet rating, Consumer<List<@Nullable Object>> row) throws SQLException {
        BillingDay day = RatedDayTable.BILLING_DAY.get(rating);
        String workspace = RatedDayTable.WORKSPACE_ID.get(rating).value();
        long revision = RatedDayTable.REVISION.get(rating);
        List<Usage> usage = new ArrayList<>(RatedDayTable.usage(rating));
        usage.sort(ORDER);
        for (Usage used : usage) {
            Meter meter = used.tier().meter();
            int retention = used.tier().retentionDays();
            row.accept(Arrays.asList(
                    day,
                    workspace,
                    meter.code(),
                    retention == Meter.FLAT ? null : (Long) (long) retention,
                    used.quantity(),
                    (Long) meter.unit(),
                    (Long) revision));
        }
    }

    /** Passes on the rows of {@code free-usage} of the rating on the free plan in the current row, in the order of the file. */
    static void freeUsage(ResultSet rating, Consumer<List<@Nullable Object>> row) throws SQLException {
        BillingDay day = RatedDayTable.BILLING_DAY.get(rating);
        String workspace = RatedDayTable.WORKSPACE_ID.get(rating).value();
        SortedMap<String, BigDecimal> used = new TreeMap<>();
        for (Usage usage : RatedDayTable.usage(rating)) {
            if (FreeQuotas.meters().contains(usage.tier().meter())) {
                used.merge(usage.tier().meter().code(), usage.quantity(), BigDecimal::add);
            }
        }
        // Results of self-built synthetic nodes are logs, but do not count against the quota.
        for (Map.Entry<MeasureTier, BigInteger> measure :
                MeteredDayTable.measures(rating).entrySet()) {
            if (measure.getKey().measure() == Measure.SELF_SYNTHETIC_ITEMS) {
                used.merge(Meter.LOG.code(), new BigDecimal(measure.getValue()).negate(), BigDecimal::add);
            }
        }
        used.forEach((code, quantity) -> {
            if (quantity.signum() > 0) {
                Meter meter = Meter.ofCode(code).orElseThrow();
                row.accept(Arrays.asList(
                        day,
                        workspace,
                        code,
                        FreeQuotas.of(meter).orElse(null),
                        quantity,
                        FreeQuotas.beyond(meter, quantity),
                        (Long) meter.unit()));
            }
        });
    }
}
