package io.billingcenter.domain.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    private static final Currency CNY = Currency.getInstance("CNY");
    private static final Currency USD = Currency.getInstance("USD");
    private static final Currency JPY = Currency.getInstance("JPY");

    private static Money cny(String amount) {
        return Money.of(CNY, new BigDecimal(amount));
    }

    @Test
    void addsAndSubtracts() {
        assertThat(cny("1.25").plus(cny("0.8"))).isEqualTo(cny("2.05"));
        assertThat(cny("1.25").minus(cny("2"))).isEqualTo(cny("-0.75"));
        assertThat(cny("1.25").negated()).isEqualTo(cny("-1.25"));
    }

    @Test
    void hasTheDigitsOfItsCurrency() {
        assertThat(cny("3").amount()).isEqualTo(new BigDecimal("3.00"));
        assertThat(Money.of(JPY, new BigDecimal("3")).amount()).isEqualTo(new BigDecimal("3"));
        assertThat(Money.zero(USD).toString()).isEqualTo("USD 0.00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.001", "-1.005", "100.999"})
    void refusesToRound(String amount) {
        assertThatThrownBy(() -> cny(amount)).isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.5", "1.500"})
    void refusesAnotherNumberOfDigits(String amount) {
        BigDecimal value = new BigDecimal(amount);
        assertThatThrownBy(() -> new Money(CNY, value))
                .hasMessage("Expected an amount with 2 decimals for CNY, found " + amount);
    }

    @Test
    void namesBothCurrenciesWhenTheyDiffer() {
        CurrencyMismatchException mismatch =
                catchThrowableOfType(CurrencyMismatchException.class, () -> cny("1").plus(Money.zero(USD)));
        assertThat(mismatch).hasMessage("Expected an amount in CNY, found one in USD");
        assertThat(mismatch.expected()).isEqualTo(CNY);
        assertThat(mismatch.found()).isEqualTo(USD);
    }

    @Test
    void comparesByAmountWithinACurrency() {
        assertThat(cny("1.10")).isGreaterThan(cny("1.09"));
        assertThat(cny("0").isZero()).isTrue();
        assertThat(cny("-0.01").isZero()).isFalse();
        assertThatThrownBy(() -> cny("1").compareTo(Money.zero(USD))).isInstanceOf(CurrencyMismatchException.class);
    }
}
