/**
 * Guards: input that is missing, stale or unreadable never changes a bill. Limits are pure functions over rows of
 * history; a {@link io.billingcenter.domain.guard.GuardStop} lists why a run was stopped, and a person consents to it
 * by its fingerprint.
 */
@NullMarked
package io.billingcenter.domain.guard;

import org.jspecify.annotations.NullMarked;
