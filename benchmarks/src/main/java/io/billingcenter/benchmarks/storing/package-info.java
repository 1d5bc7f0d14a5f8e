/** Measures storing results: {@link io.billingcenter.benchmarks.storing.StoringTimes}. */
@NullMarked
package io.billingcenter.benchmarks.storing;

import org.jspecify.annotations.NullMarked;
