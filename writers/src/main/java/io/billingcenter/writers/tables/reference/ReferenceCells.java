package io.billingcenter.writers.tables.reference;

import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.domain.usage.Meter;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How facts stand in columns. */
final class ReferenceCells {

    private ReferenceCells() {}

    /** The first day that no longer belongs to the range; null while it is open. */
    static @Nullable LocalDate endOf(DayRange days) {
        BillingDay to = days.to();
        return to == null ? null : to.date();
    }

    /** The code of a meter; empty for all of them. */
    static String codeOf(@Nullable Meter meter) {
        return meter == null ? "" : meter.code();
    }
}
