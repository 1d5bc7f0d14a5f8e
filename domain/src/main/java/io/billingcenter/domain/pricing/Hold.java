package io.billingcenter.domain.pricing;

import io.billingcenter.domain.usage.Usage;
import org.jspecify.annotations.Nullable;

/**
 * A reason for which a workspace-day is held.
 *
 * @param usage usage without a price; null for other reasons
 * @param detail description of the missing fact, for people
 */
public record Hold(HoldReason reason, @Nullable Usage usage, String detail) {}
