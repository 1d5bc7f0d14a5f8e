package io.billingcenter.domain.pricing;

import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import io.billingcenter.domain.usage.Usage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The quota that a workspace-day draws down from packages (billing rules 6.3).
 *
 * @param covered covered part of the converted usage for each meter that its packages include, from 0
 */
public record QuotaDrawdown(Map<Meter, BigDecimal> covered) {

    /** No package serves the workspace, so that all usage is charged. */
    public static final QuotaDrawdown NONE = new QuotaDrawdown(Map.of());

    /** Copies the map. */
    public QuotaDrawdown {
        Map<Meter, BigDecimal> copy = new EnumMap<>(Meter.class);
        copy.putAll(covered);
        covered = Collections.unmodifiableMap(copy);
    }

    /** Returns a draw-down of nothing from exhausted packages that include the given meters. */
    static QuotaDrawdown usedUp(Collection<Meter> meters) {
        Map<Meter, BigDecimal> nothing = new EnumMap<>(Meter.class);
        meters.forEach(meter -> nothing.put(meter, BigDecimal.ZERO));
        return new QuotaDrawdown(nothing);
    }

    /**
     * Returns the usage left to be charged: one line per included meter at its default tier, even if it is 0, and all
     * other usage unchanged.
     */
    List<Usage> rest(List<Usage> usage) {
        if (covered.isEmpty()) {
            return usage;
        }
        List<Usage> rest = new ArrayList<>();
        Map<Meter, BigDecimal> converted = new EnumMap<>(Meter.class);
        for (Usage used : usage) {
            Meter meter = used.tier().meter();
            Optional<BigDecimal> factor =
                    covered.containsKey(meter) ? PackageRules.factor(used.tier()) : Optional.empty();
            factor.ifPresentOrElse(
                    times -> converted.merge(meter, used.quantity().multiply(times), BigDecimal::add),
                    () -> rest.add(used));
        }
        converted.forEach((meter, quantity) -> {
            MeterTier tier = PackageRules.defaultTier(meter);
            BigDecimal left = quantity.subtract(covered.getOrDefault(meter, BigDecimal.ZERO));
            // A line of 0 is kept, so that the bill shows the meter even if the package covers all of it.
            rest.add(new Usage(tier, left.max(BigDecimal.ZERO)));
        });
        rest.sort(Usage.ORDER);
        return List.copyOf(rest);
    }

    /** Returns the draw-down as a text for the terms of a rating; empty without a package. */
    String terms() {
        StringBuilder terms = new StringBuilder();
        covered.forEach((meter, quantity) -> terms.append('|')
                .append(meter.code())
                .append('-')
                .append(quantity.stripTrailingZeros().toPlainString()));
        return terms.toString();
    }
}
