/**
 * Billing days and months as half-open spans of instants in the zone of a site. The entry point is {@link
 * io.billingcenter.domain.time.BillingDay}.
 */
@NullMarked
package io.billingcenter.domain.time;

import org.jspecify.annotations.NullMarked;
