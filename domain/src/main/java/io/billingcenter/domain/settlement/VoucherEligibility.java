package io.billingcenter.domain.settlement;

import io.billingcenter.domain.usage.Meter;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which lines vouchers may pay: all but SMS and synthetic tests (billing rules 6.1). */
public final class VoucherEligibility {

    private static final Set<Meter> INELIGIBLE = EnumSet.of(Meter.SMS, Meter.SYNTHETIC);

    private VoucherEligibility() {}

    /** Whether vouchers may pay lines of that meter. */
    public static boolean isEligible(Meter meter) {
        return !INELIGIBLE.contains(meter);
    }

    /** The codes of the meters that vouchers may not pay. */
    public static List<String> ineligibleMeters() {
        return INELIGIBLE.stream().map(Meter::code).toList();
    }
}
