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
 * What packages take off a workspace-day (billing rules 6.3).
 *
 * @param covered by meter that its packages know: how much of the converted usage they cover, from 0
 */
public record QuotaDrawdown(Map<Meter, BigDecimal> covered) {

    /** No package serves the workspace: everything is charged as it is. */
    public static final QuotaDrawdown NONE = new QuotaDrawdown(Map.of());

    /** Keeps a copy. */
    public QuotaDrawdown {
        Map<Meter, BigDecimal> copy = new EnumMap<>(Meter.class);
        copy.putAll(covered);
        covered = Collections.unmodifiableMap(copy);
    }

    /** Packages that know these meters, of which nothing is left. */
    static QuotaDrawdown usedUp(Collection<Meter> meters) {
        Map<Meter, BigDecimal> nothing = new EnumMap<>(Meter.class);
        meters.forEach(meter -> nothing.put(meter, BigDecimal.ZERO));
        return new QuotaDrawdown(nothing);
    }

    /** What is left to be charged: one line by known meter at its default tier, also of 0; all other usage as it is. */
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
            rest.add(new Usage(tier, left.max(BigDecimal.ZERO)));
        });
        rest.sort(Usage.ORDER);
        return List.copyOf(rest);
    }

    /** As a text that is the same for the same cover, and empty without a package. */
    String terms() {
        StringBuilder terms = new StringBuilder();
        covered.forEach((meter, quantity) -> terms.append('|')
                .append(meter.code())
                .append('-')
                .append(quantity.stripTrailingZeros().toPlainString()));
        return terms.toString();
    }
}
