package io.billingcenter.schema.metering;

import io.billingcenter.domain.usage.Measure;
import io.billingcenter.domain.usage.MeasureTier;
import io.billingcenter.schema.JsonRows;
import io.billingcenter.schema.Table;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The measures of a revision as the text of {@code metered_day.measures}: a row of measure, retention in days, value, and the
 * value of the largest record in it, which is null in revisions of older releases.
 */
public final class MeasuresText {

    private static final String COLUMN = "metered_day.measures";
    private static final int MEASURE = 0;
    private static final int RETENTION_DAYS = 1;
    private static final int QUANTITY = 2;
    private static final int LARGEST = 3;
    private static final int WIDTH = 4;

    private record Line(
            MeasureTier tier, BigInteger quantity, @Nullable BigInteger largest) {}

    private MeasuresText() {}

    /**
     * Returns the text of measures.
     *
     * @param largest the largest contribution of a record; 0 for a measure that it does not have
     */
    public static String of(SortedMap<MeasureTier, BigInteger> measures, Map<MeasureTier, BigInteger> largest) {
        JsonRows.Writer rows = new JsonRows.Writer();
        measures.forEach((tier, value) -> rows.row()
                .code(tier.measure().code())
                .number(tier.retentionDays())
                .number(value)
                .number(largest.getOrDefault(tier, BigInteger.ZERO)));
        return rows.text();
    }

    /** Returns the values of the measures in a text. */
    public static SortedMap<MeasureTier, BigInteger> measures(@Nullable String text) {
        SortedMap<MeasureTier, BigInteger> measures = new TreeMap<>();
        for (Line line : lines(text)) {
            // The digest is made of the values that are read, so that a second row would not be noticed.
            if (measures.put(line.tier(), line.quantity()) != null) {
                throw new IllegalStateException(
                        "Expected each measure once in column " + COLUMN + ", found " + line.tier() + " twice");
            }
        }
        return measures;
    }

    /** Returns the values of the largest records in a text; nothing for a revision of an older release. */
    public static SortedMap<MeasureTier, BigInteger> largest(@Nullable String text) {
        SortedMap<MeasureTier, BigInteger> largest = new TreeMap<>();
        for (Line line : lines(text)) {
            if (line.largest() != null) {
                largest.put(line.tier(), line.largest());
            }
        }
        return largest;
    }

    private static List<Line> lines(@Nullable String text) {
        return JsonRows.read(COLUMN, WIDTH, text, row -> {
            BigDecimal largest = row.numberOrNull(LARGEST);
            return new Line(
                    tier(row),
                    row.number(QUANTITY).toBigIntegerExact(),
                    largest == null ? null : largest.toBigIntegerExact());
        });
    }

    private static MeasureTier tier(JsonRows.Row row) {
        String code = row.code(MEASURE);
        Measure measure = Measure.ofCode(code).orElseThrow(() -> Table.unknownCode("measure", code));
        return new MeasureTier(measure, row.number(RETENTION_DAYS).intValueExact());
    }
}
