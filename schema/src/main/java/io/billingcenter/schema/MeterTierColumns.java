package io.billingcenter.schema;

import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The columns {@code meter} and {@code retention_days}, which many tables have as a meter at a retention tier. */
public final class MeterTierColumns {

    private MeterTierColumns() {}

    /**
     * Returns the tier in the current row.
     *
     * @throws IllegalStateException if the meter is empty, or none of this version of the program
     */
    public static MeterTier get(ResultSet row) throws SQLException {
        String code = row.getString("meter");
        Meter meter = Meter.ofCode(code).orElseThrow(() -> Table.unknownCode("meter", code));
        return new MeterTier(meter, row.getInt("retention_days"));
    }

    /** Returns the tier in the current row, or null where the meter is empty. */
    public static @Nullable MeterTier getOrNull(ResultSet row) throws SQLException {
        return row.getString("meter").isEmpty() ? null : get(row);
    }
}
