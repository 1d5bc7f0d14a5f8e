/**
 * Compares the suite and DuckDB on the same files: {@link Comparison} runs them in turn, {@link DuckDbMetering} is the
 * counterpart.
 */
@NullMarked
package io.billingcenter.benchmarks.comparison;

import org.jspecify.annotations.NullMarked;
