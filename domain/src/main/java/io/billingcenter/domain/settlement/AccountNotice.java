package io.billingcenter.domain.settlement;

import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingDay;
import org.jspecify.annotations.Nullable;

/**
 * A message to an account on a billing day.
 *
 * @param daysLeft days left in the countdown, including this one; null for other kinds of notice
 * @param owed amount that the account owed at that time
 */
public record AccountNotice(
        BillingDay day, NoticeKind kind, @Nullable Integer daysLeft, Money owed) {}
