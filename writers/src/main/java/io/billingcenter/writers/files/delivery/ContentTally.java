package io.billingcenter.writers.files.delivery;

import io.billingcenter.domain.delivery.ColumnType;
import io.billingcenter.domain.delivery.DeliveredColumn;
import io.billingcenter.domain.delivery.DeliveredFile;
import io.billingcenter.domain.money.Money;
import io.billingcenter.writers.files.delivery.FileContent.ControlSum;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Adds up the cells of a file, both while it is written and while it is read back. */
final class ContentTally {

    private static final String CURRENCY = "currency";

    private final List<DeliveredColumn> columns;
    private final List<TreeMap<String, Money>> sums = new ArrayList<>();
    private final int currencyIndex;
    private long rows;
    private @Nullable String @Nullable [] first;
    private @Nullable String @Nullable [] last;

    ContentTally(DeliveredFile file) {
        this.columns = file.columns();
        this.currencyIndex =
                columns.stream().map(DeliveredColumn::name).toList().indexOf(CURRENCY);
        columns.forEach(column -> sums.add(new TreeMap<>()));
    }

    long rows() {
        return rows;
    }

    /** Adds a row and keeps the array; an empty cell is null or empty. */
    void add(@Nullable String[] cells) {
        rows++;
        first = first == null ? cells : first;
        last = cells;
        for (int i = 0; i < cells.length; i++) {
            String cell = cells[i];
            if (columns.get(i).type() == ColumnType.MONEY && cell != null && !cell.isEmpty()) {
                Money amount = Money.of(Currency.getInstance(cells[currencyIndex]), new BigDecimal(cell));
                sums.get(i).merge(amount.currency().getCurrencyCode(), amount, Money::plus);
            }
        }
    }

    FileContent content(long bytes, String sha256) {
        List<ControlSum> control = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i).name();
            sums.get(i)
                    .forEach((currency, sum) -> control.add(
                            new ControlSum(column, currency, sum.amount().toPlainString())));
        }
        return new FileContent(rows, bytes, sha256, List.copyOf(control), key(first), key(last));
    }

    private List<String> key(@Nullable String @Nullable [] cells) {
        List<String> key = new ArrayList<>();
        for (int i = 0; cells != null && i < cells.length; i++) {
            if (columns.get(i).key()) {
                String cell = cells[i];
                key.add(cell == null ? "" : cell);
            }
        }
        return List.copyOf(key);
    }
}
