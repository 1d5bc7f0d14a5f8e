package io.billingcenter.domain.delivery;

import io.billingcenter.domain.money.Money;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The invariants of every row of a delivered file (billing rules 7.3): the sums of a bill line. */
public final class RowInvariants {

    private record Sum(String column, List<String> parts) {}

    private static final List<Sum> OF_BILL_DETAILS = List.of(
            new Sum("billingResult", List.of("deductionAmount", "oweAmount")),
            new Sum("deductionAmount", List.of("couponAmount", "storedCardAmount", "cashAmount", "cashCouldAmount")));

    private final DeliveredFile file;
    private final List<String> columns;
    private final List<Sum> sums;

    /** Creates the invariants of the file. */
    public RowInvariants(DeliveredFile file) {
        this.file = file;
        this.columns = file.columns().stream().map(DeliveredColumn::name).toList();
        this.sums = file == DeliveredFile.BILL_DETAILS ? OF_BILL_DETAILS : List.of();
    }

    /** Returns a description of the first invariant that the row violates; empty if there is none. */
    public Optional<String> violation(List<@Nullable Object> row) {
        return sums.stream()
                .filter(sum -> !total(sum.parts(), row).equals(cell(sum.column(), row)))
                .map(sum -> "Expected " + sum.column() + " to be " + String.join(" + ", sum.parts())
                        + " in every row of " + file.fileName() + ", found " + row)
                .findFirst();
    }

    private Money total(List<String> parts, List<@Nullable Object> row) {
        return parts.stream().map(part -> cell(part, row)).reduce(Money::plus).orElseThrow();
    }

    private Money cell(String column, List<@Nullable Object> row) {
        Object value = row.get(columns.indexOf(column));
        if (value instanceof Money money) {
            return money;
        }
        throw new IllegalArgumentException(
                "Expected an amount in column " + column + " of " + file.fileName() + ", found " + value);
    }
}
