package io.billingcenter.domain.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.usage.Meter;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Verifies the table of traffic packs (billing rules 2.6): the smallest quantity, and quantities that are not sold. */
class PackSizeTest {

    @ParameterizedTest
    @CsvSource({
        "DATAKIT, 20, 19",
        "LOG, 1000000, 999999",
        "LOG, 3000000, 3000001",
        "TRACE, 1000000, 1500000",
        "RUM_PV, 100000, 90000",
        "RUM_PV, 110000, 115000",
        "SYNTHETIC, 100000, 10000",
        "TRIGGER, 300000, 290000",
        "TRIGGER, 310000, 305000",
        "SMS, 100, 99",
        "SMS, 101, 0"
    })
    void startsAtTheMinimumInStepsOfTheUnit(Meter meter, BigDecimal sold, BigDecimal notSold) {
        PackSize size = PackSize.of(meter).orElseThrow();
        assertThat(size.allows(sold)).isTrue();
        assertThat(size.allows(notSold)).isFalse();
    }

    @Test
    void isThereForSevenMeters() {
        assertThat(Stream.of(Meter.values()).filter(meter -> PackSize.of(meter).isPresent()))
                .containsExactly(
                        Meter.LOG, Meter.TRACE, Meter.RUM_PV, Meter.SYNTHETIC, Meter.TRIGGER, Meter.SMS, Meter.DATAKIT);
    }
}
