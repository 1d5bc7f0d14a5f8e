package io.billingcenter.domain.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsRuleTest {

    @ParameterizedTest
    @CsvSource({
        "25, 10, 2.5, 2.50",
        "1500000.5, 1000000, 1.5000005, 1.50",
        "123.45, 10000, 0.012345, 0.01",
        "99, 10000, 0.0099, 0.00",
        "1999999999, 1000000000, 1.999999999, 1.99",
        "3, 1, 3, 3.00",
        "100000000000000000000000000000000000000, 1000, 100000000000000000000000000000000000,"
                + " 100000000000000000000000000000000000.00"
    })
    void keepsAllDecimalsOrCutsAfterTwo(BigDecimal quantity, long unit, BigDecimal exact, BigDecimal cut) {
        assertThat(UnitsRule.EXACT.units(quantity, unit)).isEqualByComparingTo(exact);
        assertThat(UnitsRule.TRUNCATE_2.units(quantity, unit)).isEqualTo(cut);
    }
}
