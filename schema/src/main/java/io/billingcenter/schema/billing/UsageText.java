package io.billingcenter.schema.billing;

import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import io.billingcenter.domain.usage.Usage;
import io.billingcenter.schema.JsonRows;
import io.billingcenter.schema.Table;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The usage of a rating as the text of {@code rated_day.usage}: a row of meter, retention in days and quantity. */
public final class UsageText {

    private static final int QUANTITY = 2;
    private static final int WIDTH = 3;

    /** Digits of a quantity behind the point. */
    static final int QUANTITY_SCALE = 2;

    private UsageText() {}

    /** Returns the text of usage. */
    public static String of(Collection<Usage> usage) {
        JsonRows.Writer rows = new JsonRows.Writer();
        for (Usage used : usage) {
            rows.row()
                    .code(used.tier().meter().code())
                    .number(used.tier().retentionDays())
                    .number(used.quantity());
        }
        return rows.text();
    }

    /** Returns the usage in a text, in its order. */
    public static List<Usage> usage(@Nullable String text) {
        return JsonRows.read(
                "rated_day.usage",
                WIDTH,
                text,
                row -> new Usage(tier(row), row.number(QUANTITY).setScale(QUANTITY_SCALE)));
    }

    /** Returns the meter and tier in the first two cells of a row. */
    static MeterTier tier(JsonRows.Row row) {
        String code = row.code(0);
        Meter meter = Meter.ofCode(code).orElseThrow(() -> Table.unknownCode("meter", code));
        return new MeterTier(meter, row.number(1).intValueExact());
    }
}
