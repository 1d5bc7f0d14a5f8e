package io.billingcenter.domain.reconciliation;

import io.billingcenter.domain.pricing.PackageRules;
import io.billingcenter.domain.pricing.UnitsRule;
import io.billingcenter.domain.reconciliation.WorkspaceDaySnapshot.Rating;
import io.billingcenter.domain.reconciliation.WorkspaceDaySnapshot.StoredCharge;
import io.billingcenter.domain.reconciliation.WorkspaceDaySnapshot.StoredHold;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import io.billingcenter.domain.usage.Usage;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Verifies that all usage is charged, free or held, and nothing else is charged. The part that a plan or a package
 * leaves out counts as free: collectors without a price, usage of a private deployment other than collectors, series
 * included with collectors (billing rules 2.4), and usage covered by a package (6.3).
 */
final class OutcomeControl {

    private static final BigDecimal SERIES_OF_A_COLLECTOR = BigDecimal.valueOf(300);

    private final ReconciliationResult result;

    OutcomeControl(ReconciliationResult result) {
        this.result = result;
    }

    void compare(String key, Rating rating) {
        rating.charges().forEach(charge -> comparePrice(key, charge));
        switch (rating.outcome()) {
            case CHARGED -> compareCharged(key, rating);
            case HELD -> compareHeld(key, rating);
            case FREE -> compareFree(key, rating);
        }
    }

    private void compareFree(String key, Rating rating) {
        result.compare(
                ControlLevel.OUTCOME,
                key + " free, lines of another outcome",
                0,
                rating.charges().size() + rating.holds().size());
        rating.usage().forEach(used -> agree(key, used.tier(), used.quantity(), used.quantity()));
    }

    private void compareHeld(String key, Rating rating) {
        result.compare(
                ControlLevel.OUTCOME,
                key + " held, charges",
                0,
                rating.charges().size());
        if (rating.holds().isEmpty()) {
            result.compare(ControlLevel.OUTCOME, key + " held, reasons", 1, 0);
        }
        Map<MeterTier, BigDecimal> usage = byTier(rating.usage());
        for (StoredHold hold : rating.holds()) {
            BigDecimal quantity = hold.quantity();
            MeterTier tier = hold.tier();
            if (tier != null && quantity != null && !rating.packaged()) {
                BigDecimal used = usage.getOrDefault(tier, BigDecimal.ZERO);
                // The held quantity of series may be lower than the usage, because series included with collectors are
                // deducted before pricing.
                boolean lessByCollectors = tier.meter() == Meter.SERIES && quantity.compareTo(used) <= 0;
                agree(key, tier, used, lessByCollectors ? used : quantity);
            }
        }
        rating.usage().forEach(used -> agree(key, used.tier(), used.quantity(), used.quantity()));
    }

    private void compareCharged(String key, Rating rating) {
        result.compare(
                ControlLevel.OUTCOME, key + " charged, holds", 0, rating.holds().size());
        Map<MeterTier, BigDecimal> usage = byTier(rating.usage());
        Map<MeterTier, BigDecimal> charges = new TreeMap<>();
        rating.charges().forEach(charge -> charges.merge(charge.tier(), charge.quantity(), BigDecimal::add));
        // A private deployment charges nothing but collectors, and never at a price of a book.
        boolean isPrivate = !rating.charges().isEmpty()
                && rating.charges().stream()
                        .allMatch(charge -> charge.tier().meter() == Meter.DATAKIT && !charge.fromBook());
        BigDecimal free = freeSeries(usage);
        for (Map.Entry<MeterTier, BigDecimal> used : usage.entrySet()) {
            MeterTier tier = used.getKey();
            BigDecimal quantity = used.getValue();
            BigDecimal charged = charges.remove(tier);
            if (charged != null && charged.compareTo(quantity) == 0) {
                agree(key, tier, quantity, charged);
                continue;
            }
            boolean leftOut = charged == null && (tier.meter().shownWithoutPrice() || isPrivate);
            boolean converted = rating.packaged() && PackageRules.isConverted(tier);
            if (tier.meter() == Meter.SERIES && charged != null) {
                // Free series are deducted from the shortest retention first, which is the order of the tiers.
                BigDecimal taken = free.min(quantity);
                free = free.subtract(taken);
                agree(key, tier, quantity, charged.add(taken));
            } else if (converted) {
                compareOverage(key, rating, tier, quantity, charged == null ? BigDecimal.ZERO : charged);
            } else {
                agree(key, tier, quantity, leftOut ? quantity : charged == null ? BigDecimal.ZERO : charged);
            }
        }
        // What is left are charges without usage at their tier. Only overage of a package has such lines, at the
        // default tier.
        charges.forEach((tier, quantity) -> {
            boolean overage = rating.packaged() && tier.equals(PackageRules.defaultTier(tier.meter()));
            if (!overage) {
                agree(key, tier, BigDecimal.ZERO, quantity);
            }
        });
    }

    /**
     * Verifies the overage beyond a package: it is at most the converted usage of the meter, and is charged at the
     * default tier only.
     */
    private void compareOverage(String key, Rating rating, MeterTier tier, BigDecimal quantity, BigDecimal charged) {
        BigDecimal most = PackageRules.converted(rating.usage().stream()
                .filter(used -> used.tier().meter() == tier.meter())
                .toList());
        boolean inBounds = charged.signum() >= 0
                && charged.compareTo(most) <= 0
                && (charged.signum() == 0 || tier.equals(PackageRules.defaultTier(tier.meter())));
        agree(key, tier, quantity, inBounds ? quantity : charged);
    }

    private static BigDecimal freeSeries(Map<MeterTier, BigDecimal> usage) {
        return usage.getOrDefault(MeterTier.flat(Meter.DATAKIT), BigDecimal.ZERO)
                .multiply(SERIES_OF_A_COLLECTOR);
    }

    private void comparePrice(String key, StoredCharge charge) {
        BigDecimal exact = charge.exact();
        long unit = charge.tier().meter().unit();
        boolean byRule = UnitsRule.any(charge.quantity(), unit, charge.unitPrice(), exact);
        result.compare(
                ControlLevel.PRICED,
                key + "/" + charge.tier(),
                byRule ? exact : UnitsRule.EXACT.exact(charge.quantity(), unit, charge.unitPrice()),
                exact);
        int digits = Currency.getInstance(charge.currency()).getDefaultFractionDigits();
        BigDecimal half = new BigDecimal(BigInteger.valueOf(5), digits + 1);
        boolean rounded = exact.subtract(charge.amount()).abs().compareTo(half) <= 0;
        result.compare(
                ControlLevel.ROUNDED, key + "/" + charge.tier(), rounded ? charge.amount() : exact, charge.amount());
    }

    private void agree(String key, MeterTier tier, BigDecimal left, BigDecimal right) {
        result.compare(ControlLevel.OUTCOME, key + "/" + tier, left, right);
    }

    private static Map<MeterTier, BigDecimal> byTier(List<Usage> usage) {
        Map<MeterTier, BigDecimal> byTier = new TreeMap<>();
        usage.forEach(used -> byTier.merge(used.tier(), used.quantity(), BigDecimal::add));
        return byTier;
    }
}
