package io.billingcenter.domain.settlement;

import io.billingcenter.domain.money.Money;

/** What is still owed for a bill; nothing only where a change to nothing is told. */
public record OwedBill(BillKey bill, Money owed) {}
