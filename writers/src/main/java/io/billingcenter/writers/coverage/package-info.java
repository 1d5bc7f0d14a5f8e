/** Coverage as a grid for people and in long form: {@link io.billingcenter.writers.coverage.CoverageGrid}. */
@NullMarked
package io.billingcenter.writers.coverage;

import org.jspecify.annotations.NullMarked;
