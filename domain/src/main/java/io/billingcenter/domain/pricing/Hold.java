package io.billingcenter.domain.pricing;

import io.billingcenter.domain.usage.Usage;
import org.jspecify.annotations.Nullable;

/**
 * One reason why a workspace-day is held.
 *
 * @param usage the usage that lacks a price; null for the other reasons
 * @param detail what is missing, for people
 */
public record Hold(HoldReason reason, @Nullable Usage usage, String detail) {}
