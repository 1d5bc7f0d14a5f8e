package io.billingcenter.schema.invoicing;

import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.util.List;

/** Table {@code number_series}: the last numbers of the series of invoice numbers. */
public final class NumberSeriesTable {

    public static final Table TABLE = Table.named("number_series");

    public static final Column<String> SERIES = TABLE.text("series");
    public static final Column<Integer> NUMBER_YEAR = TABLE.number("number_year");
    public static final Column<Long> LAST_NUMBER = TABLE.largeNumber("last_number");

    /** The columns that name a row. */
    public static final List<Column<?>> KEY = List.of(SERIES, NUMBER_YEAR);

    private NumberSeriesTable() {}

    /** Returns the row of a series in a year. */
    public static TableRow row(String series, int year, long lastNumber) {
        return TABLE.row().set(SERIES, series).set(NUMBER_YEAR, year).set(LAST_NUMBER, lastNumber);
    }
}
