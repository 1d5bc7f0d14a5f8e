package io.billingcenter.readers.files.pricing;

import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The meters and tiers that a version of the price list must price: every one that was on offer at the time (billing
 * rules 2).
 *
 * <ul>
 *   <li>Before 2023-04-20, the legacy list: the items of rule 2.4, including {@code datakit}; items of later years are
 *       not needed.
 *   <li>From then until 2023-11-02 no complete list is documented; a book without rows ends the legacy list.
 *   <li>Since then every tier of every meter; only {@code datakit} may be missing, and {@code pipeline} before
 *       2024-06-26.
 * </ul>
 */
final class RequiredPrices {

    private static final BillingDay LEGACY_LIST_ENDS = BillingDay.parse("2023-04-20");
    private static final BillingDay FIRST_COMPLETE_LIST = BillingDay.parse("2023-11-02");
    private static final BillingDay PIPELINE_OFFERED = BillingDay.parse("2024-06-26");

    private static final Map<Meter, List<Integer>> LEGACY = Map.of(
            Meter.DATAKIT, Meter.DATAKIT.tiers(),
            Meter.SERIES, Meter.SERIES.tiers(),
            Meter.FORWARD_STORED, Meter.FORWARD_STORED.tiers(),
            Meter.SYNTHETIC, Meter.SYNTHETIC.tiers(),
            Meter.TRIGGER, Meter.TRIGGER.tiers(),
            Meter.SMS, Meter.SMS.tiers(),
            Meter.LOG, List.of(7, 14, 30, 60),
            Meter.TRACE, List.of(3, 7, 14),
            Meter.RUM_PV, List.of(3, 7, 14));

    private RequiredPrices() {}

    /** Returns the tiers that the version must have, in the order of the meters. */
    static List<MeterTier> of(BillingDay version) {
        return Stream.of(Meter.values())
                .flatMap(meter -> days(meter, version).stream().map(days -> new MeterTier(meter, days)))
                .toList();
    }

    /** Returns whether the version may be without prices and only end the previous one. */
    static boolean mayBeEmpty(BillingDay version) {
        return !version.isBefore(LEGACY_LIST_ENDS) && version.isBefore(FIRST_COMPLETE_LIST);
    }

    private static List<Integer> days(Meter meter, BillingDay version) {
        if (version.isBefore(LEGACY_LIST_ENDS)) {
            return LEGACY.getOrDefault(meter, List.of());
        }
        boolean notNeeded = meter.shownWithoutPrice() || meter == Meter.PIPELINE && version.isBefore(PIPELINE_OFFERED);
        return notNeeded ? List.of() : meter.tiers();
    }
}
