/** Coverage of workspace-days by traffic files: {@link io.billingcenter.domain.coverage.CoverageFact}. */
@NullMarked
package io.billingcenter.domain.coverage;

import org.jspecify.annotations.NullMarked;
