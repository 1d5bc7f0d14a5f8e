/**
 * Generates traffic for measurements: the same options give the same bytes. The entry point is
 * {@link TrafficGenerator}.
 */
@NullMarked
package io.billingcenter.benchmarks.traffic;

import org.jspecify.annotations.NullMarked;
