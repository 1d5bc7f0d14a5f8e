/**
 * Billing days and months as half-open spans of instants in a site's zone: start with
 * {@link io.billingcenter.domain.time.BillingDay}.
 */
@NullMarked
package io.billingcenter.domain.time;

import org.jspecify.annotations.NullMarked;
