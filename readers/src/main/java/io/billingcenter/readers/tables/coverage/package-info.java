/** The workspace-days for which files arrived: {@link io.billingcenter.readers.tables.coverage.CoverageReader}. */
@NullMarked
package io.billingcenter.readers.tables.coverage;

import org.jspecify.annotations.NullMarked;
