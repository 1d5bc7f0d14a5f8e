package io.billingcenter.domain.explain;

import io.billingcenter.domain.usage.MeterTier;
import io.billingcenter.domain.usage.Usage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A difference between the quantities of a meter at a tier. */
public record UsageDifference(MeterTier tier, BigDecimal left, BigDecimal right) {

    /** Returns the differences by meter and tier. */
    public static List<UsageDifference> between(List<Usage> left, List<Usage> right) {
        SortedMap<MeterTier, BigDecimal> before = quantities(left);
        SortedMap<MeterTier, BigDecimal> after = quantities(right);
        SortedSet<MeterTier> tiers = new TreeSet<>(before.keySet());
        tiers.addAll(after.keySet());
        List<UsageDifference> differences = new ArrayList<>();
        for (MeterTier tier : tiers) {
            BigDecimal quantityBefore = before.getOrDefault(tier, BigDecimal.ZERO);
            BigDecimal quantityAfter = after.getOrDefault(tier, BigDecimal.ZERO);
            if (quantityBefore.compareTo(quantityAfter) != 0) {
                differences.add(new UsageDifference(tier, quantityBefore, quantityAfter));
            }
        }
        return List.copyOf(differences);
    }

    private static SortedMap<MeterTier, BigDecimal> quantities(List<Usage> usage) {
        SortedMap<MeterTier, BigDecimal> quantities = new TreeMap<>();
        usage.forEach(used -> quantities.put(used.tier(), used.quantity()));
        return quantities;
    }
}
