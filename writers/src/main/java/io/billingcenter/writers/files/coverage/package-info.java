/** Coverage as a grid for people and in long form: {@link io.billingcenter.writers.files.coverage.CoverageGrid}. */
@NullMarked
package io.billingcenter.writers.files.coverage;

import org.jspecify.annotations.NullMarked;
