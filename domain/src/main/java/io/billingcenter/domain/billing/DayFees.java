package io.billingcenter.domain.billing;

import io.billingcenter.domain.time.BillingDay;
import java.util.List;

/** What falls due by agreement on a billing day, and what of it cannot be posted yet. */
public record DayFees(BillingDay day, List<Fee> fees, List<FeeHold> holds) {}
