package io.billingcenter.domain.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractPricesTest {

    private static final BillingAccountId ACCOUNT = new BillingAccountId("acct-1");
    private static final MeterTier LOG_14 = new MeterTier(Meter.LOG, 14);
    private static final MeterTier HOSTS = MeterTier.flat(Meter.NETWORK_HOST);

    private final ContractPrices prices = new ContractPrices(List.of(
            price(HOSTS, "0", "2026-01-01", null),
            price(LOG_14, "1.20", "2026-07-01", null),
            price(LOG_14, "1.35", "2026-01-01", "2026-07-01")));

    private static ContractPrice price(MeterTier tier, String price, String from, String to) {
        DayRange days = new DayRange(BillingDay.parse(from), to == null ? null : BillingDay.parse(to));
        return new ContractPrice(ACCOUNT, tier, new BigDecimal(price), days);
    }

    @ParameterizedTest
    @CsvSource({
        "acct-1, 14, 2025-12-31, ",
        "acct-1, 14, 2026-01-01, 1.35",
        "acct-1, 14, 2026-06-30, 1.35",
        "acct-1, 14, 2026-07-01, 1.2",
        "acct-1, 7, 2026-01-01, ",
        "acct-2, 14, 2026-01-01, "
    })
    void needsTheExactAccountTierAndDay(String account, int days, String day, BigDecimal expected) {
        Optional<BigDecimal> found =
                prices.price(new BillingAccountId(account), new MeterTier(Meter.LOG, days), BillingDay.parse(day));
        assertThat(found).isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void takesZeroForAPrice() {
        assertThat(prices.price(ACCOUNT, HOSTS, BillingDay.parse("2026-01-01"))).contains(BigDecimal.ZERO);
    }

    @Test
    void listsWhatIsInForceByTier() {
        assertThat(prices.inForce(ACCOUNT, BillingDay.parse("2026-08-01")))
                .extracting(ContractPrice::tier)
                .containsExactly(LOG_14, HOSTS);
    }
}
