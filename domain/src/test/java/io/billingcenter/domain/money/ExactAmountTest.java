package io.billingcenter.domain.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExactAmountTest {

    @ParameterizedTest
    @CsvSource({
        "CNY, 0.004999999999999999, 0.00",
        "CNY, 0.005, 0.01",
        "CNY, 2.005, 2.01",
        "CNY, 2.015, 2.02",
        "CNY, 2.0149999, 2.01",
        "CNY, 5.0050005, 5.01",
        "CNY, -0.005, -0.01",
        "CNY, -0.0049, 0.00",
        "USD, 0.885, 0.89",
        "USD, 7, 7.00",
        "JPY, 0.5, 1",
        "JPY, 1.49, 1"
    })
    void roundsOnceHalfUpOnTheMagnitude(String currency, BigDecimal exact, BigDecimal printed) {
        Money money = new ExactAmount(Currency.getInstance(currency), exact).round();
        assertThat(money.amount()).isEqualTo(printed);
    }
}
