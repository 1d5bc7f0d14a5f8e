package io.billingcenter.writers.files.workbook;

import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A sheet of a workbook, which is continued on another one when it is full: heads that stay in view, filters, and a type for
 * each cell. A number that a spreadsheet program would round, because it has more than 15 digits, is a text.
 */
public final class XlsxSheet {

    /** A sheet holds 1,048,576 rows; heads and a reserve are left free. */
    static final int MOST_ROWS = 1_000_000;

    private static final int ROWS_PER_FLUSH = 500;
    private static final int MOST_DIGITS = 15;
    private static final String DAY = "yyyy-mm-dd";

    private final Workbook workbook;
    private final String title;
    private final List<List<String>> above;
    private final List<SheetColumn> columns;
    private final int mostRows;
    private Worksheet sheet;
    private int sheets;
    private int row;
    private long rows;

    XlsxSheet(Workbook workbook, String title, List<List<String>> above, List<SheetColumn> columns, int mostRows) {
        this.workbook = workbook;
        this.title = title;
        this.above = List.copyOf(above);
        this.columns = List.copyOf(columns);
        this.mostRows = mostRows;
        this.sheet = begin();
    }

    private Worksheet begin() {
        sheets++;
        Worksheet begun = workbook.newWorksheet(sheets == 1 ? title : title + " " + sheets);
        for (int i = 0; i < columns.size(); i++) {
            begun.width(i, columns.get(i).width());
        }
        row = 0;
        for (List<String> texts : above) {
            for (int i = 0; i < texts.size(); i++) {
                begun.inlineString(row, i, texts.get(i));
            }
            row++;
        }
        if (columns.isEmpty()) {
            return begun;
        }
        for (int i = 0; i < columns.size(); i++) {
            begun.inlineString(row, i, columns.get(i).name());
            begun.style(row, i).bold().set();
        }
        row++;
        begun.freezePane(0, row);
        return begun;
    }

    /**
     * Adds a row.
     *
     * @param values a value or null for each column: text, whole or decimal number, money, day or month
     */
    public void row(List<? extends @Nullable Object> values) throws IOException {
        if (values.size() != columns.size()) {
            throw new IllegalArgumentException(
                    "Expected " + columns.size() + " values for a row of sheet " + title + ", found " + values.size());
        }
        if (row - above.size() - 1 == mostRows) {
            end();
            sheet = begin();
        }
        for (int i = 0; i < columns.size(); i++) {
            Object value = values.get(i);
            if (value != null) {
                cell(i, value);
            }
        }
        row++;
        rows++;
        if (row % ROWS_PER_FLUSH == 0) {
            sheet.flush();
        }
    }

    /** Completes the sheet. */
    public void finish() throws IOException {
        end();
    }

    /** Returns the number of rows of the sheet and its continuations, without heads. */
    public long rows() {
        return rows;
    }

    private void end() throws IOException {
        if (!columns.isEmpty()) {
            sheet.setAutoFilter(above.size(), 0, row - 1, columns.size() - 1);
        }
        sheet.finish();
    }

    private void cell(int column, Object value) {
        if (value instanceof String text) {
            if (!text.isEmpty()) {
                sheet.inlineString(row, column, text);
            }
        } else if (value instanceof Money money) {
            number(column, money.amount());
        } else if (value instanceof BigDecimal decimal) {
            number(column, plain(decimal));
        } else if (value instanceof Long whole) {
            number(column, BigDecimal.valueOf(whole));
        } else if (value instanceof BillingDay day) {
            day(column, day.date());
        } else if (value instanceof BillingMonth month) {
            sheet.inlineString(row, column, month.toString());
        } else {
            throw new IllegalArgumentException("Expected text, number, money, day or month for column "
                    + columns.get(column).name() + " of sheet " + title + ", found " + value.getClass());
        }
    }

    /** Returns the number without trailing zeros, which are no digits of a quantity or price. */
    private static BigDecimal plain(BigDecimal decimal) {
        BigDecimal stripped = decimal.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private void number(int column, BigDecimal number) {
        if (number.precision() > MOST_DIGITS) {
            sheet.inlineString(row, column, number.toPlainString());
            return;
        }
        sheet.value(row, column, number);
        // The format has as many decimals as the number, so that the cell shows all of them.
        sheet.style(row, column)
                .format(number.scale() == 0 ? "0" : "0." + "0".repeat(number.scale()))
                .set();
    }

    private void day(int column, LocalDate day) {
        sheet.value(row, column, day);
        sheet.style(row, column).format(DAY).set();
    }
}
