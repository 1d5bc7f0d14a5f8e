/** What produces every figure on speed: {@link io.billingcenter.benchmarks.Benchmarks}. */
@NullMarked
package io.billingcenter.benchmarks;

import org.jspecify.annotations.NullMarked;
