package io.billingcenter.domain.settlement;

import io.billingcenter.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Something new that may clear arrears.
 *
 * @param event id of the request by which it came
 * @param card the card; null when it is cash
 */
record Clearing(String event, @Nullable Instrument card, Money amount) {}
