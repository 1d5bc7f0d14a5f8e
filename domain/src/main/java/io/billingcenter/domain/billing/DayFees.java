package io.billingcenter.domain.billing;

import io.billingcenter.domain.time.BillingDay;
import java.util.List;

/** The fees that fall due on a billing day, and those of them that are held. */
public record DayFees(BillingDay day, List<Fee> fees, List<FeeHold> holds) {}
