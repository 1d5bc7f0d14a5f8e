/** What ran, and what should have: {@link io.billingcenter.domain.runs.MissedNights}. */
@NullMarked
package io.billingcenter.domain.runs;

import org.jspecify.annotations.NullMarked;
