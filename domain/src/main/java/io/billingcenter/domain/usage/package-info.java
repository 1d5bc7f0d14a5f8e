/**
 * From raw records to usage (billing rules 1): start with {@link io.billingcenter.domain.metering.fold.WorkspaceDayFold}, which
 * folds the records of one workspace-day into measures, then {@link io.billingcenter.domain.usage.UsageCalculator},
 * which makes meters of them.
 */
@NullMarked
package io.billingcenter.domain.usage;

import org.jspecify.annotations.NullMarked;
