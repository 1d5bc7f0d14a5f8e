package io.billingcenter.domain.delivery;

import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The types of column values; any value may be null, which is printed as an empty cell. */
public enum ColumnType {
    /**
     * Text, as a {@link String}; the only type whose cells may need protection against formula injection in
     * spreadsheets.
     */
    TEXT(String.class),
    /** A whole number, as a {@link Long}. */
    INTEGER(Long.class),
    /** A quantity or a price, as a {@link BigDecimal}; printed without trailing zeros. */
    DECIMAL(BigDecimal.class),
    /** An amount, as {@link Money}; printed with the digits of its currency. */
    MONEY(Money.class),
    /** A day, as a {@link BillingDay}. */
    DAY(BillingDay.class),
    /** A month, as a {@link BillingMonth}. */
    MONTH(BillingMonth.class);

    private final Class<?> valueClass;

    ColumnType(Class<?> valueClass) {
        this.valueClass = valueClass;
    }

    /** Returns whether the value is null or of this type. */
    public boolean accepts(@Nullable Object value) {
        return value == null || valueClass.isInstance(value);
    }
}
