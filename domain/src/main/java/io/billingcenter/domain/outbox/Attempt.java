package io.billingcenter.domain.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An attempt to send a shipment.
 *
 * @param number number among the attempts of the shipment, from 1
 * @param begun time at which it was claimed; null if it was not recorded
 * @param ended time at which the outcome was known
 */
public record Attempt(int number, @Nullable Instant begun, Instant ended, Outcome outcome) {}
