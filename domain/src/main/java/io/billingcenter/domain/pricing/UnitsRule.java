package io.billingcenter.domain.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;

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
}
