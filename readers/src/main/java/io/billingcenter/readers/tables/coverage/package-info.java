/** Of which workspace-days files came: {@link io.billingcenter.readers.tables.coverage.CoverageReader}. */
@NullMarked
package io.billingcenter.readers.tables.coverage;

import org.jspecify.annotations.NullMarked;
