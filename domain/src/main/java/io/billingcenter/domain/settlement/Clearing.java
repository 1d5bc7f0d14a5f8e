package io.billingcenter.domain.settlement;

import io.billingcenter.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * New money that can clear arrears.
 *
 * @param event id of the request that brought the money in
 * @param card the prepaid card; null for cash
 */
record Clearing(String event, @Nullable Instrument card, Money amount) {}
