/**
 * Runs and missed nights: {@link io.billingcenter.domain.runs.Run} and {@link
 * io.billingcenter.domain.runs.MissedNights}.
 */
@NullMarked
package io.billingcenter.domain.runs;

import org.jspecify.annotations.NullMarked;
