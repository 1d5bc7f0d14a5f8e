package io.billingcenter.domain.settlement;

import io.billingcenter.domain.money.Money;

/** The amount still owed for a bill; zero only if it has just changed to zero. */
public record OwedBill(BillKey bill, Money owed) {}
