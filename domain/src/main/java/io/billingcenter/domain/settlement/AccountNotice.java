package io.billingcenter.domain.settlement;

import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingDay;
import org.jspecify.annotations.Nullable;

/**
 * Something that an account is told on a day.
 *
 * @param daysLeft days of the countdown that are left, this one included; null for the other kinds
 * @param owed what the account owed then
 */
public record AccountNotice(
        BillingDay day, NoticeKind kind, @Nullable Integer daysLeft, Money owed) {}
