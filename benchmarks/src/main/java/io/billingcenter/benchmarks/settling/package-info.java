/** Measures settling: {@link io.billingcenter.benchmarks.settling.SettlingTimes}. */
@NullMarked
package io.billingcenter.benchmarks.settling;

import org.jspecify.annotations.NullMarked;
