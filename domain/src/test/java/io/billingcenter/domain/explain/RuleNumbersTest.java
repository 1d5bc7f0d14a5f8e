package io.billingcenter.domain.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.account.Plan;
import io.billingcenter.domain.billing.PostingKind;
import io.billingcenter.domain.money.ExactAmount;
import io.billingcenter.domain.pricing.Charge;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Verifies the numbers of the billing rules that explanations name. */
class RuleNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "series, 1.3.1",
        "log, 1.3.2",
        "log_bytes, 1.3.3",
        "forward_external, 1.3.4",
        "forward_stored, 1.3.4",
        "network_host, 1.3.5",
        "trace, 1.3.6",
        "profile, 1.3.7",
        "rum_pv, 1.3.8",
        "session_replay, 1.3.9",
        "synthetic, 1.3.10",
        "sms, 1.3.11",
        "trigger, 1.3.12",
        "scan, 1.3.13",
        "report, 1.3.14",
        "pipeline, 1.3.14",
        "datakit, 1.3.16"
    })
    void everyMeterHasItsRule(String meter, String rule) {
        assertThat(RuleNumbers.ofMeter(Meter.ofCode(meter).orElseThrow())).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource({
        "usage, 4.1",
        "adjustment, Q31",
        "package, 2.6",
        "pack, 2.6",
        "subscription, 8",
        "licence, 8",
        "maintenance, 8",
        "credit, B12"
    })
    void everyKindOfPostingHasItsRule(String kind, String rule) {
        assertThat(RuleNumbers.ofKind(PostingKind.ofCode(kind).orElseThrow())).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource({
        // plan, retention, list price, price applied, version, origin, rule
        "COMMERCIAL, 14, 1.5, 1.5, 2024-11-06, BOOK, 2.2",
        "COMMERCIAL, 0, 2, 2, 2025-01-01, BOOK, 2.1",
        "COMMERCIAL, 14, 1.50, 1.5, 2024-11-06, BOOK, 2.2",
        "COMMERCIAL, 14, 1.5, 1.5, 2024-11-05, BOOK, 2.3",
        "COMMERCIAL, 14, 1.5, 1.5, 2023-04-20, BOOK, 2.3",
        "LEGACY_DEFAULT, 14, 1.5, 1.5, 2023-04-19, BOOK, 2.4",
        "COMMERCIAL, 14, 1.5, 1.5, , BOOK, 2.2",
        "COMMERCIAL, 14, 1.5, 1.2, 2024-11-06, CONTRACT, 2.5",
        "COMMERCIAL, 14, , 1.2, 2024-11-06, CONTRACT, 2.5",
        "COMMERCIAL, 14, , 0, , CONTRACT, 2.5",
        "PRIVATE, 0, , 3, , TARIFF, 8",
        "PRIVATE, 0, 3, 3, 2024-11-06, TARIFF, 8"
    })
    void thePriceHasItsOriginAndRule(
            Plan plan,
            int retention,
            @Nullable BigDecimal list,
            BigDecimal applied,
            @Nullable String version,
            PriceOrigin origin,
            String rule) {
        MeterTier tier = retention == 0 ? MeterTier.flat(Meter.DATAKIT) : new MeterTier(Meter.LOG, retention);
        Charge charge = new Charge(
                tier,
                BigDecimal.TEN,
                list,
                applied,
                version == null ? null : BillingDay.parse(version),
                new ExactAmount(Currency.getInstance("CNY"), BigDecimal.TEN));
        assertThat(PriceOrigin.of(charge, plan)).isEqualTo(origin);
        assertThat(RuleNumbers.ofPrice(charge, plan)).isEqualTo(rule);
    }

    @ParameterizedTest
    @EnumSource(PriceOrigin.class)
    void originsAreWrittenInLowerCase(PriceOrigin origin) {
        assertThat(origin.code()).isEqualToIgnoringCase(origin.name()).isLowerCase();
    }
}
