package io.billingcenter.readers.files.csv;

import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A meter and its retention tier in two columns; the days are empty for a flat meter.
 *
 * @param meter code of a meter
 * @param retentionDays one of the meter's tiers
 */
public record TierCells(Cell<Meter> meter, Cell<Integer> retentionDays) {

    /** The code of a meter. */
    public static final ValueType<Meter> METER =
            ValueType.oneOf(Stream.of(Meter.values()).map(Meter::code).toList(), Meter::ofCode);

    private static final Pattern DAYS_FORM = Pattern.compile("[1-9][0-9]{0,3}");

    private static final ValueType<Integer> DAYS = new ValueType<>(
            "days of retention, or nothing for a meter without tiers",
            text -> text.isEmpty()
                    ? Optional.of(Meter.FLAT)
                    : DAYS_FORM.matcher(text).matches() ? Optional.of(Integer.valueOf(text)) : Optional.empty());

    /** Reads both columns and refuses retention days that the meter does not have. */
    public static TierCells read(CsvRow row, String meterColumn, String daysColumn) {
        Cell<Meter> meter = row.cell(meterColumn, METER);
        List<Integer> tiers = meter.value().map(Meter::tiers).orElse(List.of());
        Cell<Integer> days = row.cell(daysColumn, DAYS)
                .require(value -> meter.value().isEmpty() || tiers.contains(value), expectedDays(tiers));
        return new TierCells(meter, days);
    }

    /** Returns the tier, or an empty result if a column was refused. */
    public Optional<MeterTier> tier() {
        return meter.value().flatMap(good -> retentionDays.value().map(days -> new MeterTier(good, days)));
    }

    /**
     * Returns the tier of an accepted row.
     *
     * @throws java.util.NoSuchElementException if a column was refused
     */
    public MeterTier get() {
        return tier().orElseThrow();
    }

    private static String expectedDays(List<Integer> tiers) {
        return tiers.contains(Meter.FLAT)
                ? "nothing, because the meter has no tiers"
                : "one of the meter's tiers "
                        + tiers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
