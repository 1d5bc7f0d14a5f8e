package io.billingcenter.domain.settlement;

import io.billingcenter.domain.money.Money;

/** The amount that is still owed for a bill; zero only where it has changed to zero. */
public record OwedBill(BillKey bill, Money owed) {}
