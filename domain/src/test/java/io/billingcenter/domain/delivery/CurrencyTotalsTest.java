package io.billingcenter.domain.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CurrencyTotalsTest {

    @Test
    void addsUpEachCurrencyByItself() {
        assertThat(totals("USD 1.50", "CNY -0.10", "USD 2.25", "CNY 0.30")).hasToString("[CNY 0.20, USD 3.75]");
    }

    @Test
    void nothingInACurrencyIsTheSameAsNotHavingIt() {
        assertThat(totals("CNY 1.00", "USD 0.00").sameAs(totals("CNY 1.00"))).isTrue();
        assertThat(totals("CNY 1.00").sameAs(totals("CNY 1.01"))).isFalse();
        assertThat(totals("CNY 1.00").sameAs(totals("USD 1.00"))).isFalse();
        assertThat(totals().sameAs(totals("CNY 0.00"))).isTrue();
    }

    private static CurrencyTotals totals(String... amounts) {
        List<Money> money = Stream.of(amounts)
                .map(text -> text.split(" "))
                .map(parts -> Money.of(Currency.getInstance(parts[0]), new BigDecimal(parts[1])))
                .toList();
        return new CurrencyTotals(money);
    }
}
