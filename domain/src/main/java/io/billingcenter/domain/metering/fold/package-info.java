/**
 * FoldFixture of the records of a workspace-day into measures: de-duplication, distinct counts and sums, within bounded
 * memory.
 */
@NullMarked
package io.billingcenter.domain.metering.fold;

import org.jspecify.annotations.NullMarked;
