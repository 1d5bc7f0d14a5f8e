/**
 * Usage from raw records (billing rules 1): {@link io.billingcenter.domain.metering.fold.WorkspaceDayFold} folds the
 * records of a workspace-day into measures, and {@link io.billingcenter.domain.usage.UsageCalculator} derives meters
 * from them.
 */
@NullMarked
package io.billingcenter.domain.usage;

import org.jspecify.annotations.NullMarked;
