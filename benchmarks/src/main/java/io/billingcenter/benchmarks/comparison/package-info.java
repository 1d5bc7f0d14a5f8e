/**
 * The suite and DuckDB side by side on the same files: {@link Comparison} runs them in turn, {@link DuckDbMetering} is
 * the other side.
 */
@NullMarked
package io.billingcenter.benchmarks.comparison;

import org.jspecify.annotations.NullMarked;
