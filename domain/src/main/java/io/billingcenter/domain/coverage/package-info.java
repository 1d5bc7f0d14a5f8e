/** Of which workspace-days files came: {@link io.billingcenter.domain.coverage.CoverageFact}. */
@NullMarked
package io.billingcenter.domain.coverage;

import org.jspecify.annotations.NullMarked;
