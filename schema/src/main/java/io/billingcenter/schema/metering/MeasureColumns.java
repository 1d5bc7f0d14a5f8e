package io.billingcenter.schema.metering;

import io.billingcenter.domain.metering.fold.MeteredDay;
import io.billingcenter.domain.usage.Measure;
import io.billingcenter.domain.usage.MeasureTier;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The columns of a measure: its name and tier, its value, and the value of the largest record in it. */
public final class MeasureColumns {

    private final Column<Measure> measure;
    private final Column<Integer> retentionDays;
    private final Column<BigInteger> quantity;
    private final Column<BigInteger> largest;

    MeasureColumns(Table table) {
        measure = table.code("measure", Measure::code, Measure::ofCode);
        retentionDays = table.number("retention_days");
        quantity = table.integer("quantity");
        largest = table.integer("largest");
    }

    /** Sets the columns to a measure of a day. */
    TableRow set(TableRow row, MeasureTier tier, BigInteger value, MeteredDay day) {
        return row.set(measure, tier.measure())
                .set(retentionDays, tier.retentionDays())
                .set(quantity, value)
                .set(largest, day.largest().getOrDefault(tier, BigInteger.ZERO));
    }

    /** Returns the names of measure, tier and value, separated by commas, with the alias of the table in a query. */
    public String columnList(String alias) {
        return measure.of(alias) + ", " + retentionDays.of(alias) + ", " + quantity.of(alias);
    }

    /** Returns the measure in the current row. */
    public Measure measure(ResultSet row) throws SQLException {
        return measure.get(row);
    }

    /** Returns the measure and tier in the current row. */
    public MeasureTier tier(ResultSet row) throws SQLException {
        return new MeasureTier(measure.get(row), retentionDays.get(row));
    }

    /** Returns the measure and tier in the current row of an outer join, or null if the join found none. */
    public @Nullable MeasureTier tierOrNull(ResultSet row) throws SQLException {
        return measure.getOrNull(row) == null ? null : tier(row);
    }

    /** Returns the value in the current row. */
    public BigInteger quantity(ResultSet row) throws SQLException {
        return quantity.get(row);
    }

    /** Returns the value of the largest record in the current row, or null in rows of older releases. */
    public @Nullable BigInteger largestOrNull(ResultSet row) throws SQLException {
        return largest.getOrNull(row);
    }
}
