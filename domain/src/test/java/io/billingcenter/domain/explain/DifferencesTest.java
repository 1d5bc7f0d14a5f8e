package io.billingcenter.domain.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.account.SiteGroup;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.money.ExactAmount;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.pricing.Charge;
import io.billingcenter.domain.pricing.PriceBook;
import io.billingcenter.domain.pricing.PriceBook.Position;
import io.billingcenter.domain.pricing.Rating;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import io.billingcenter.domain.usage.Usage;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Verifies differences of price books and of usage against maps compared key by key, and charges at other prices. */
class DifferencesTest {

    private static final Currency CNY = Currency.getInstance("CNY");
    private static final Currency USD = Currency.getInstance("USD");
    private static final BillingAccountId ACCOUNT = new BillingAccountId("acct");
    private static final WorkspaceDay DAY = new WorkspaceDay(new WorkspaceId("w"), BillingDay.parse("2026-11-21"));
    private static final List<Integer> LOG_DAYS = List.of(3, 7, 14, 30, 60);

    private static PriceBook book(Map<Position, BigDecimal> prices) {
        return new PriceBook(BillingDay.parse("2026-01-01"), prices, "digest");
    }

    private static Map<Position, BigDecimal> prices(Random random) {
        Map<Position, BigDecimal> prices = new HashMap<>();
        for (int days : LOG_DAYS) {
            for (SiteGroup group : SiteGroup.values()) {
                for (Currency currency : List.of(CNY, USD)) {
                    if (random.nextInt(4) > 0) {
                        // Scales differ, so that equal prices come in different forms.
                        BigDecimal price = BigDecimal.valueOf(random.nextInt(4)).setScale(random.nextInt(3));
                        prices.put(new Position(new MeterTier(Meter.LOG, days), group, currency), price);
                    }
                }
            }
        }
        return prices;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void priceBooksDifferInExactlyTheChangedPositions(long seed) {
        Random random = new Random(seed);
        Map<Position, BigDecimal> left = prices(random);
        Map<Position, BigDecimal> right = prices(random);
        Set<Position> all = new HashSet<>(left.keySet());
        all.addAll(right.keySet());
        Map<Position, DifferenceReason> expected = new HashMap<>();
        for (Position position : all) {
            BigDecimal before = left.get(position);
            BigDecimal after = right.get(position);
            if (before == null) {
                expected.put(position, DifferenceReason.NEW);
            } else if (after == null) {
                expected.put(position, DifferenceReason.GONE);
            } else if (before.compareTo(after) != 0) {
                expected.put(position, DifferenceReason.PRICE);
            }
        }
        List<PriceDifference> found = PriceDifference.between(book(left), book(right));
        Map<Position, DifferenceReason> actual = new HashMap<>();
        found.forEach(difference -> actual.put(difference.position(), difference.reason()));
        assertThat(actual).isEqualTo(expected);
        assertThat(found).hasSameSizeAs(expected.keySet());
        assertThat(found).extracting(difference -> difference.position().tier()).isSorted();
        assertThat(PriceDifference.between(book(left), book(left))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void usageDiffersInExactlyTheChangedTiers(long seed) {
        Random random = new Random(seed);
        Map<MeterTier, BigDecimal> left = quantities(random);
        Map<MeterTier, BigDecimal> right = quantities(random);
        List<UsageDifference> found = UsageDifference.between(usage(left), usage(right));
        List<String> expected = new ArrayList<>();
        for (int days : LOG_DAYS) {
            MeterTier tier = new MeterTier(Meter.LOG, days);
            BigDecimal before = left.getOrDefault(tier, BigDecimal.ZERO);
            BigDecimal after = right.getOrDefault(tier, BigDecimal.ZERO);
            if (before.compareTo(after) != 0) {
                expected.add(tier + " " + before + " " + after);
            }
        }
        assertThat(found)
                .extracting(difference -> difference.tier() + " " + difference.left() + " " + difference.right())
                .isEqualTo(expected);
    }

    private static Map<MeterTier, BigDecimal> quantities(Random random) {
        Map<MeterTier, BigDecimal> quantities = new HashMap<>();
        for (int days : LOG_DAYS) {
            if (random.nextBoolean()) {
                quantities.put(new MeterTier(Meter.LOG, days), BigDecimal.valueOf(1 + random.nextInt(3)));
            }
        }
        return quantities;
    }

    private static List<Usage> usage(Map<MeterTier, BigDecimal> quantities) {
        List<Usage> usage = new ArrayList<>();
        quantities.forEach((tier, quantity) -> usage.add(new Usage(tier, quantity)));
        return usage;
    }

    private static Charge charge(Meter meter, Currency currency, String amount) {
        return new Charge(
                MeterTier.flat(meter),
                BigDecimal.ONE,
                null,
                BigDecimal.ONE,
                null,
                new ExactAmount(currency, new BigDecimal(amount)));
    }

    private static WhatIf.Key key(Meter meter, Currency currency) {
        return new WhatIf.Key(ACCOUNT, currency, meter);
    }

    private static Money money(Currency currency, String amount) {
        return Money.of(currency, new BigDecimal(amount));
    }

    @Test
    void chargesAtOtherPricesAreAddedUpByAccountCurrencyAndMeter() {
        WhatIf whatIf = new WhatIf();
        whatIf.charged(key(Meter.SCAN, CNY), money(CNY, "10"));
        whatIf.charged(key(Meter.SCAN, CNY), money(CNY, "5"));
        whatIf.charged(key(Meter.SMS, USD), money(USD, "1.5"));
        Rating.Charged charged = new Rating.Charged(
                ACCOUNT,
                SettlementMethod.WALLET,
                List.of(charge(Meter.SCAN, CNY, "12.344"), charge(Meter.REPORT, CNY, "2")));
        whatIf.wouldBe(DAY, charged);
        whatIf.wouldBe(DAY, charged);
        whatIf.wouldBe(DAY, new Rating.Free());
        assertThat(whatIf.lines())
                .extracting(line ->
                        line.key().meter().code() + " " + line.before() + " " + line.after() + " " + line.difference())
                .containsExactly(
                        "report CNY 0.00 CNY 4.00 CNY 4.00",
                        "scan CNY 15.00 CNY 24.68 CNY 9.68",
                        "sms USD 1.50 USD 0.00 USD -1.50");
        assertThat(whatIf.totals())
                .extracting(total -> total.before() + " " + total.after() + " " + total.difference())
                .containsExactly("CNY 15.00 CNY 28.68 CNY 13.68", "USD 1.50 USD 0.00 USD -1.50");
        assertThat(whatIf.held()).isEmpty();
    }

    @Test
    void aHeldWorkspaceDayIsListedAndNotAdded() {
        WhatIf whatIf = new WhatIf();
        whatIf.wouldBe(DAY, new Rating.Held(List.of()));
        assertThat(whatIf.held()).containsExactly(DAY);
        assertThat(whatIf.lines()).isEmpty();
        assertThat(whatIf.totals()).isEmpty();
    }
}
