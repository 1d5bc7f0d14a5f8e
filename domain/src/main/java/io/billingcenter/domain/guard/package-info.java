/**
 * Guards, which ensure that missing, stale or unreadable input never changes a bill. Limits are pure functions of
 * historical figures. A {@link io.billingcenter.domain.guard.GuardStop} lists the findings for which a run is stopped,
 * and a person can consent to it by its fingerprint.
 */
@NullMarked
package io.billingcenter.domain.guard;

import org.jspecify.annotations.NullMarked;
