package io.billingcenter.domain.document;

import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingDay;

/** The amount that was posted under a day. */
public record DayAmount(BillingDay day, Money amount) {}
