package io.billingcenter.domain.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.account.AccountDirectory;
import io.billingcenter.domain.account.BillingAccount;
import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.Binding;
import io.billingcenter.domain.account.Channel;
import io.billingcenter.domain.account.Plan;
import io.billingcenter.domain.account.PlanPeriod;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.account.Site;
import io.billingcenter.domain.account.SiteGroup;
import io.billingcenter.domain.account.StorageType;
import io.billingcenter.domain.account.Workspace;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.pricing.Charge;
import io.billingcenter.domain.pricing.ContractPrices;
import io.billingcenter.domain.pricing.Hold;
import io.billingcenter.domain.pricing.PackageRules;
import io.billingcenter.domain.pricing.PriceBook;
import io.billingcenter.domain.pricing.PriceBook.Position;
import io.billingcenter.domain.pricing.PriceBooks;
import io.billingcenter.domain.pricing.PrivateScheme;
import io.billingcenter.domain.pricing.PrivateTariff;
import io.billingcenter.domain.pricing.PrivateTariffs;
import io.billingcenter.domain.pricing.QuotaDrawdown;
import io.billingcenter.domain.pricing.Rater;
import io.billingcenter.domain.pricing.Rating;
import io.billingcenter.domain.pricing.RatingFacts;
import io.billingcenter.domain.pricing.RatingOutcome;
import io.billingcenter.domain.pricing.UnitsRule;
import io.billingcenter.domain.reconciliation.WorkspaceDaySnapshot.StoredCharge;
import io.billingcenter.domain.reconciliation.WorkspaceDaySnapshot.StoredHold;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import io.billingcenter.domain.usage.Usage;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random usage is rated under random plans, prices and packages: the control accepts every rating as it is, and reports
 * every change of one charge, hold or amount.
 */
class OutcomeControlTest {

    private static final Currency CNY = Currency.getInstance("CNY");
    private static final WorkspaceId WORKSPACE = new WorkspaceId("w");
    private static final BillingAccountId ACCOUNT = new BillingAccountId("a");
    private static final WorkspaceDay DAY = new WorkspaceDay(WORKSPACE, BillingDay.parse("2022-03-01"));
    private static final DayRange ALWAYS = new DayRange(BillingDay.parse("2022-01-01"), null);
    private static final List<MeterTier> TIERS = Stream.of(Meter.values())
            .flatMap(meter -> meter.tiers().stream().map(days -> new MeterTier(meter, days)))
            .toList();
    private static final List<Meter> PACKAGED = List.of(Meter.DATAKIT, Meter.LOG, Meter.TRACE, Meter.RUM_PV);

    private static List<Discrepancy> found(WorkspaceDaySnapshot.Rating rating) {
        ReconciliationResult result = new ReconciliationResult();
        new OutcomeControl(result).compare("w", rating);
        return result.discrepancies();
    }

    @ParameterizedTest
    @EnumSource(Plan.class)
    void acceptsEveryRating(Plan plan) {
        for (long seed = 1; seed <= 200; seed++) {
            Case random = new Case(plan, seed);
            assertThat(found(random.stored())).as("seed %d", seed).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void reportsAChangedAmountAndAChangedPrice(long seed) {
        WorkspaceDaySnapshot.Rating stored =
                new Case(Plan.COMMERCIAL, seed).withAllPrices().stored();
        List<StoredCharge> charges = stored.charges();
        for (int index = 0; index < charges.size(); index++) {
            StoredCharge charge = charges.get(index);
            BigDecimal cent = new BigDecimal("0.01");
            assertThat(found(with(stored, index, amount(charge, charge.amount().add(cent)))))
                    .extracting(Discrepancy::level)
                    .containsExactly(ControlLevel.ROUNDED);
            assertThat(found(with(stored, index, exact(charge, charge.exact().add(new BigDecimal("0.0000001"))))))
                    .extracting(Discrepancy::level)
                    .contains(ControlLevel.PRICED);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void reportsAMissingAndAnAdditionalCharge(long seed) {
        WorkspaceDaySnapshot.Rating stored =
                new Case(Plan.COMMERCIAL, seed).withAllPrices().stored();
        for (int index = 0; index < stored.charges().size(); index++) {
            MeterTier tier = stored.charges().get(index).tier();
            List<StoredCharge> fewer = new ArrayList<>(stored.charges());
            fewer.remove(index);
            List<Discrepancy> missing = found(with(stored, stored.outcome(), fewer, stored.holds()));
            // Collectors without a price are shown and not charged, so their absence is no difference.
            if (tier.meter() == Meter.DATAKIT) {
                assertThat(missing).isEmpty();
            } else if (fewer.stream().anyMatch(charge -> charge.tier().meter() != Meter.DATAKIT)) {
                assertThat(missing).extracting(Discrepancy::key).contains("w/" + tier);
            }
            List<StoredCharge> more = new ArrayList<>(stored.charges());
            more.add(stored.charges().get(index));
            assertThat(found(with(stored, stored.outcome(), more, stored.holds())))
                    .extracting(Discrepancy::key)
                    .contains("w/" + tier);
        }
    }

    @Test
    void anOutcomeExcludesTheRowsOfTheOthers() {
        WorkspaceDaySnapshot.Rating charged =
                new Case(Plan.COMMERCIAL, 1).withAllPrices().stored();
        List<StoredHold> hold = List.of(new StoredHold("no_binding", null, null));
        assertThat(found(with(charged, RatingOutcome.CHARGED, charged.charges(), hold)))
                .extracting(Discrepancy::key)
                .containsExactly("w charged, holds");
        assertThat(found(with(charged, RatingOutcome.HELD, charged.charges(), hold)))
                .extracting(Discrepancy::key)
                .containsExactly("w held, charges");
        assertThat(found(with(charged, RatingOutcome.HELD, List.of(), List.of())))
                .extracting(Discrepancy::key)
                .containsExactly("w held, reasons");
        assertThat(found(with(charged, RatingOutcome.FREE, charged.charges(), List.of())))
                .extracting(Discrepancy::key)
                .containsExactly("w free, lines of another outcome");
        assertThat(found(with(charged, RatingOutcome.FREE, List.of(), hold)))
                .extracting(Discrepancy::key)
                .containsExactly("w free, lines of another outcome");
    }

    @Test
    void overageIsAtMostTheConvertedUsageAndAtTheDefaultTierOnly() {
        MeterTier log30 = new MeterTier(Meter.LOG, 30);
        MeterTier log14 = PackageRules.defaultTier(Meter.LOG);
        List<Usage> usage = List.of(new Usage(log14, new BigDecimal(5)), new Usage(log30, new BigDecimal(10)));
        // 5 at the default tier and 10 that count twice.
        assertThat(found(packaged(usage, log14, "25"))).isEmpty();
        assertThat(found(packaged(usage, log14, "0"))).isEmpty();
        assertThat(found(packaged(usage, log14, "26")))
                .extracting(Discrepancy::key)
                .contains("w/log/14d");
        assertThat(found(packaged(usage, log30, "9")))
                .extracting(Discrepancy::key)
                .contains("w/log/30d");
    }

    private static WorkspaceDaySnapshot.Rating packaged(List<Usage> usage, MeterTier tier, String quantity) {
        BigDecimal charged = new BigDecimal(quantity);
        BigDecimal exact = UnitsRule.EXACT.exact(charged, tier.meter().unit(), BigDecimal.ONE);
        StoredCharge charge =
                new StoredCharge(tier, charged, BigDecimal.ONE, "CNY", exact, new BigDecimal("0.00"), true);
        return new WorkspaceDaySnapshot.Rating(
                1,
                1,
                RatingOutcome.CHARGED,
                "a",
                "wallet",
                false,
                true,
                usage,
                List.of(charge),
                List.of(),
                List.of(),
                null);
    }

    private static WorkspaceDaySnapshot.Rating with(
            WorkspaceDaySnapshot.Rating rating, int index, StoredCharge changed) {
        List<StoredCharge> charges = new ArrayList<>(rating.charges());
        charges.set(index, changed);
        return with(rating, rating.outcome(), charges, rating.holds());
    }

    private static WorkspaceDaySnapshot.Rating with(
            WorkspaceDaySnapshot.Rating rating,
            RatingOutcome outcome,
            List<StoredCharge> charges,
            List<StoredHold> holds) {
        return new WorkspaceDaySnapshot.Rating(
                rating.number(),
                rating.revision(),
                outcome,
                rating.account(),
                rating.settlement(),
                rating.posted(),
                rating.packaged(),
                rating.usage(),
                charges,
                holds,
                rating.standing(),
                null);
    }

    private static StoredCharge amount(StoredCharge charge, BigDecimal amount) {
        return new StoredCharge(
                charge.tier(),
                charge.quantity(),
                charge.unitPrice(),
                charge.currency(),
                charge.exact(),
                amount,
                charge.fromBook());
    }

    private static StoredCharge exact(StoredCharge charge, BigDecimal exact) {
        return new StoredCharge(
                charge.tier(),
                charge.quantity(),
                charge.unitPrice(),
                charge.currency(),
                exact,
                charge.amount(),
                charge.fromBook());
    }

    /** A random workspace-day with its prices and, now and then, a package. */
    private static final class Case {
        private final Plan plan;
        private final Random random;
        private final boolean hasPackage;
        private boolean allPrices;

        Case(Plan plan, long seed) {
            this.plan = plan;
            this.random = new Random(seed);
            this.hasPackage = plan.charged() && random.nextInt(3) == 0;
        }

        Case withAllPrices() {
            allPrices = true;
            return this;
        }

        WorkspaceDaySnapshot.Rating stored() {
            List<Usage> usage = new ArrayList<>();
            for (MeterTier tier : TIERS) {
                if (random.nextInt(4) == 0) {
                    usage.add(new Usage(tier, BigDecimal.valueOf(1 + random.nextInt(5_000_000))));
                }
            }
            usage.sort(Usage.ORDER);
            boolean packaged = hasPackage && !allPrices;
            Rating rating = new Rater(facts()).rate(DAY, usage, false, packaged ? drawdown() : QuotaDrawdown.NONE);
            List<StoredCharge> charges =
                    rating instanceof Rating.Charged charged ? stored(charged.charges()) : List.of();
            List<StoredHold> holds = rating instanceof Rating.Held held
                    ? held.holds().stream().map(Case::stored).toList()
                    : List.of();
            return new WorkspaceDaySnapshot.Rating(
                    1, 1, rating.outcome(), "a", "wallet", false, packaged, usage, charges, holds, List.of(), null);
        }

        private QuotaDrawdown drawdown() {
            Map<Meter, BigDecimal> covered = new EnumMap<>(Meter.class);
            for (Meter meter : PACKAGED) {
                if (random.nextBoolean()) {
                    covered.put(meter, BigDecimal.valueOf(random.nextInt(3) * 1_000_000L));
                }
            }
            return new QuotaDrawdown(covered);
        }

        private RatingFacts facts() {
            Map<Position, BigDecimal> prices = new HashMap<>();
            boolean complete = allPrices || random.nextInt(4) > 0;
            for (MeterTier tier : TIERS) {
                if (complete || random.nextInt(10) > 0) {
                    prices.put(new Position(tier, SiteGroup.CN, CNY), BigDecimal.valueOf(1 + random.nextInt(500), 2));
                }
            }
            return new RatingFacts(
                    new AccountDirectory(
                            List.of(new Workspace(
                                    WORKSPACE,
                                    "w",
                                    "cn1",
                                    "a@b.example",
                                    StorageType.ES,
                                    Channel.WEBSITE,
                                    ALWAYS.from())),
                            List.of(new BillingAccount(ACCOUNT, "a", "A", CNY, true)),
                            List.of(new Binding(WORKSPACE, ACCOUNT, SettlementMethod.WALLET, null, ALWAYS)),
                            List.of(new PlanPeriod(WORKSPACE, plan, ALWAYS))),
                    new PriceBooks(List.of(new PriceBook(ALWAYS.from(), prices, "digest"))),
                    new ContractPrices(List.of()),
                    new PrivateTariffs(List.of(new PrivateTariff(
                            WORKSPACE, PrivateScheme.PAYG, 0, new BigDecimal("2.5"), BigDecimal.ZERO, ALWAYS))),
                    Map.of("cn1", new Site("cn1", SiteGroup.CN, ZoneId.of("Asia/Shanghai"))),
                    UnitsRule.EXACT);
        }

        private static List<StoredCharge> stored(List<Charge> charges) {
            return charges.stream()
                    .map(charge -> new StoredCharge(
                            charge.tier(),
                            charge.quantity(),
                            charge.unitPrice(),
                            "CNY",
                            charge.exact().value(),
                            charge.amount().amount(),
                            charge.priceVersion() != null))
                    .toList();
        }

        private static StoredHold stored(Hold hold) {
            Usage usage = hold.usage();
            return new StoredHold(
                    hold.reason().code(), usage == null ? null : usage.tier(), usage == null ? null : usage.quantity());
        }
    }
}
