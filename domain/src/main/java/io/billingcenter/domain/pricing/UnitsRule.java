package io.billingcenter.domain.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Stream;

/** How a quantity becomes units (billing rules 1.6, reading Q4). */
public enum UnitsRule {
    /** The quotient with all its decimals. */
    EXACT {
        @Override
        public BigDecimal units(BigDecimal quantity, long unit) {
            return quantity.divide(BigDecimal.valueOf(unit));
        }
    },
    /** The quotient cut after two decimals, as the oldest documents have it. */
    TRUNCATE_2 {
        @Override
        public BigDecimal units(BigDecimal quantity, long unit) {
            return EXACT.units(quantity, unit).setScale(2, RoundingMode.DOWN);
        }
    };

    /** The quantity in units; exact for a unit that is a power of ten. */
    public abstract BigDecimal units(BigDecimal quantity, long unit);

    /** The quantity at the price, before it is rounded. */
    public BigDecimal exact(BigDecimal quantity, long unit, BigDecimal price) {
        return units(quantity, unit).multiply(price);
    }

    /** Whether the exact amount is that of one of the rules. */
    public static boolean any(BigDecimal quantity, long unit, BigDecimal price, BigDecimal exact) {
        return Stream.of(values())
                .anyMatch(rule -> rule.exact(quantity, unit, price).compareTo(exact) == 0);
    }
}
