package io.billingcenter.domain.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Stream;

/** The rules by which a quantity becomes units (billing rules 1.6, reading Q4). */
public enum UnitsRule {
    /** The quotient with all its decimals. */
    EXACT {
        @Override
        public BigDecimal units(BigDecimal quantity, long unit) {
            return quantity.divide(BigDecimal.valueOf(unit));
        }
    },
    /** The quotient truncated after two decimals, as described in the oldest documents. */
    TRUNCATE_2 {
        @Override
        public BigDecimal units(BigDecimal quantity, long unit) {
            return EXACT.units(quantity, unit).setScale(2, RoundingMode.DOWN);
        }
    };

    /** Returns the quantity in units; the result of {@link #EXACT} is exact because every unit is a power of ten. */
    public abstract BigDecimal units(BigDecimal quantity, long unit);

    /** Returns the unrounded amount of the quantity at the price. */
    public BigDecimal exact(BigDecimal quantity, long unit, BigDecimal price) {
        return units(quantity, unit).multiply(price);
    }

    /** Returns whether the exact amount follows from any of the rules. */
    public static boolean any(BigDecimal quantity, long unit, BigDecimal price, BigDecimal exact) {
        return Stream.of(values())
                .anyMatch(rule -> rule.exact(quantity, unit, price).compareTo(exact) == 0);
    }
}
