package io.billingcenter.domain.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.money.ExactAmount;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.pricing.Charge;
import io.billingcenter.domain.pricing.Hold;
import io.billingcenter.domain.pricing.HoldReason;
import io.billingcenter.domain.pricing.Rating;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random histories of ratings of a workspace-day: accounts, settlements, tiers, quantities and prices change, and days
 * are held or become free. The postings always add up to the last rating that was not held, exactly.
 */
class PostingHistoryTest {

    private static final BillingDay DAY = BillingDay.parse("2026-10-20");
    private static final WorkspaceDay WORKSPACE_DAY = new WorkspaceDay(new WorkspaceId("ws-1"), DAY);
    private static final List<MeterTier> TIERS = List.of(
            new MeterTier(Meter.LOG, 14),
            new MeterTier(Meter.LOG, 30),
            new MeterTier(Meter.TRACE, 7),
            MeterTier.flat(Meter.NETWORK_HOST));

    /** Returns the sum posted for an account and tier. */
    private record Balance(BigDecimal quantity, BigDecimal amount) {

        static final Balance NOTHING = new Balance(BigDecimal.ZERO, BigDecimal.ZERO);

        Balance plus(BigDecimal moreQuantity, Money moreAmount) {
            return new Balance(quantity.add(moreQuantity), amount.add(moreAmount.amount()));
        }

        boolean isNothing() {
            return quantity.signum() == 0 && amount.signum() == 0;
        }

        String shown() {
            return quantity.stripTrailingZeros().toPlainString() + " for "
                    + amount.stripTrailingZeros().toPlainString();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void addsUpToTheLastRating(long seed) {
        Random random = new Random(seed);
        List<Posting> posted = new ArrayList<>();
        Rating last = new Rating.Free();
        for (int run = 0; run < 200; run++) {
            Rating rating = rating(random);
            List<Posting> postings = PostingCalculator.difference(DAY.plusDays(run), WORKSPACE_DAY, rating, posted);
            assertKinds(posted, postings);
            posted.addAll(postings);
            last = rating instanceof Rating.Held ? last : rating;
            assertThat(balances(posted)).isEqualTo(balances(last));
            assertThat(PostingCalculator.difference(DAY, WORKSPACE_DAY, rating, posted))
                    .isEmpty();
        }
        assertThat(posted).extracting(Posting::id).doesNotHaveDuplicates();
    }

    private static void assertKinds(List<Posting> before, List<Posting> postings) {
        PostingKind kind = before.isEmpty() ? PostingKind.USAGE : PostingKind.ADJUSTMENT;
        assertThat(postings).extracting(Posting::kind).allMatch(kind::equals);
        assertThat(postings).extracting(Posting::key).isSorted().doesNotHaveDuplicates();
    }

    private static Map<PostingKey, String> balances(List<Posting> postings) {
        Map<PostingKey, Balance> balances = new HashMap<>();
        for (Posting posting : postings) {
            balances.merge(
                    posting.key(),
                    Balance.NOTHING.plus(posting.quantity(), posting.amount()),
                    (sum, more) -> sum.plus(posting.quantity(), posting.amount()));
        }
        return shown(balances);
    }

    private static Map<PostingKey, String> balances(Rating rating) {
        Map<PostingKey, Balance> balances = new HashMap<>();
        if (rating instanceof Rating.Charged charged) {
            for (Charge charge : charged.charges()) {
                PostingKey key = new PostingKey(
                        charged.account(), charged.settlement(), charge.exact().currency(), charge.tier());
                balances.put(key, Balance.NOTHING.plus(charge.quantity(), charge.amount()));
            }
        }
        return shown(balances);
    }

    private static Map<PostingKey, String> shown(Map<PostingKey, Balance> balances) {
        Map<PostingKey, String> shown = new HashMap<>();
        balances.forEach((key, balance) -> {
            if (!balance.isNothing()) {
                shown.put(key, balance.shown());
            }
        });
        return shown;
    }

    private static Rating rating(Random random) {
        int kind = random.nextInt(10);
        if (kind == 0) {
            return new Rating.Free();
        }
        if (kind == 1) {
            return new Rating.Held(List.of(new Hold(HoldReason.NO_BINDING, null, "")));
        }
        boolean first = random.nextBoolean();
        Currency currency = Currency.getInstance(first ? "CNY" : "USD");
        List<MeterTier> tiers = new ArrayList<>(TIERS);
        Collections.shuffle(tiers, random);
        List<Charge> charges = tiers.stream()
                .limit(random.nextInt(TIERS.size() + 1))
                .map(tier -> charge(random, tier, currency))
                .toList();
        SettlementMethod settlement = random.nextBoolean() ? SettlementMethod.WALLET : SettlementMethod.AWS;
        return new Rating.Charged(new BillingAccountId(first ? "acct-a" : "acct-b"), settlement, charges);
    }

    private static Charge charge(Random random, MeterTier tier, Currency currency) {
        BigDecimal quantity = BigDecimal.valueOf(1 + random.nextInt(30), random.nextInt(3));
        BigDecimal price = BigDecimal.valueOf(random.nextInt(2_000_000), 3);
        BigDecimal exact = quantity.multiply(price).movePointLeft(random.nextInt(4));
        return new Charge(tier, quantity, null, price, DAY, new ExactAmount(currency, exact));
    }
}
