/** Produces every figure on speed. The entry point is {@link io.billingcenter.benchmarks.Benchmarks}. */
@NullMarked
package io.billingcenter.benchmarks;

import org.jspecify.annotations.NullMarked;
