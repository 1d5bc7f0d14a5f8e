/** Traffic made to measure: the same options give the same bytes. {@link TrafficGenerator} writes it. */
@NullMarked
package io.billingcenter.benchmarks.traffic;

import org.jspecify.annotations.NullMarked;
