/** Traffic made to measure: {@link io.billingcenter.benchmarks.TrafficGenerator}. */
@NullMarked
package io.billingcenter.benchmarks;

import org.jspecify.annotations.NullMarked;
