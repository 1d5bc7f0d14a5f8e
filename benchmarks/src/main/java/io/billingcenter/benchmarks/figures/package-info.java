/** The results of measurements: medians, a fitted line, and {@link io.billingcenter.benchmarks.figures.Report}. */
@NullMarked
package io.billingcenter.benchmarks.figures;

import org.jspecify.annotations.NullMarked;
