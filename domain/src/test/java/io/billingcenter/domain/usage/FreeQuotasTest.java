package io.billingcenter.domain.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures are those of billing rules 4.2. */
class FreeQuotasTest {

    @ParameterizedTest
    @CsvSource({
        "SERIES, 3000",
        "LOG, 1000000",
        "FORWARD_EXTERNAL, 0",
        "FORWARD_STORED, 0",
        "TRACE, 8000",
        "PROFILE, 60",
        "RUM_PV, 2000",
        "SESSION_REPLAY, 1000",
        "SYNTHETIC, 200000",
        "TRIGGER, 100000",
        "SMS, 0",
    })
    void quotasAreAsPrinted(Meter meter, BigDecimal quota) {
        assertThat(FreeQuotas.of(meter)).isEqualTo(Optional.of(quota));
    }

    @Test
    void theOtherMetersHaveNone() {
        assertThat(FreeQuotas.meters()).hasSize(11);
        assertThat(FreeQuotas.of(Meter.SCAN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // meter, used, beyond
        "RUM_PV, 1999.99, 0",
        "RUM_PV, 2000, 0",
        "RUM_PV, 2000.01, 0.01",
        "SMS, 1, 1",
        "REPORT, 7, 0",
    })
    void beyondIsWhatIsOverTheQuota(Meter meter, BigDecimal used, BigDecimal beyond) {
        assertThat(FreeQuotas.beyond(meter, used)).isEqualByComparingTo(beyond);
    }
}
