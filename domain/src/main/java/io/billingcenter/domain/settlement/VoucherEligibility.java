package io.billingcenter.domain.settlement;

import io.billingcenter.domain.usage.Meter;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The rule that vouchers pay all lines except SMS and synthetic tests (billing rules 6.1). */
public final class VoucherEligibility {

    private static final Set<Meter> INELIGIBLE = EnumSet.of(Meter.SMS, Meter.SYNTHETIC);

    private VoucherEligibility() {}

    /** Returns whether vouchers may pay lines of the meter. */
    public static boolean isEligible(Meter meter) {
        return !INELIGIBLE.contains(meter);
    }

    /** Returns the codes of the meters that vouchers may not pay, in the order of the meters. */
    public static List<String> ineligibleMeters() {
        return INELIGIBLE.stream().map(Meter::code).toList();
    }
}
