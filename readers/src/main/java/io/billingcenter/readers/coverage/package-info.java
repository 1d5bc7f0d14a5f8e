/** Of which workspace-days files came: {@link io.billingcenter.readers.coverage.CoverageReader}. */
@NullMarked
package io.billingcenter.readers.coverage;

import org.jspecify.annotations.NullMarked;
