package io.billingcenter.domain.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Private deployments (billing rules 8). */
class PrivateTariffTest {

    private static PrivateTariff tariff(PrivateScheme scheme, int collectors, String price, String maintenance) {
        return new PrivateTariff(
                new WorkspaceId("ws-1"),
                scheme,
                collectors,
                new BigDecimal(price),
                new BigDecimal(maintenance),
                new DayRange(BillingDay.parse("2026-01-01"), null));
    }

    @ParameterizedTest
    @CsvSource({"PAYG, 0, 0.1234567, 0", "SUBSCRIPTION, 1, 900, 0", "LICENCE, 500, 4000, 600", "LICENCE, 500, 4000, 0"})
    void fitsItsScheme(PrivateScheme scheme, int collectors, String price, String maintenance) {
        assertThatNoException().isThrownBy(() -> tariff(scheme, collectors, price, maintenance));
    }

    @ParameterizedTest
    @CsvSource({
        "PAYG, 1, 1, 0, 0 collectors in the payg tariff",
        "SUBSCRIPTION, 0, 1, 0, at least 1 collectors in the subscription tariff",
        "SUBSCRIPTION, 1, 1, 1, no maintenance in the subscription tariff",
        "LICENCE, 1, -1, 1, a price of at least 0"
    })
    void refusesWhatDoesNotFit(
            PrivateScheme scheme, int collectors, String price, String maintenance, String expected) {
        assertThatThrownBy(() -> tariff(scheme, collectors, price, maintenance))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Expected " + expected);
    }

    @Test
    void isTheSameWithMoreZeros() {
        assertThat(tariff(PrivateScheme.LICENCE, 1, "4000.00", "600.0"))
                .isEqualTo(tariff(PrivateScheme.LICENCE, 1, "4000", "600"));
    }
}
