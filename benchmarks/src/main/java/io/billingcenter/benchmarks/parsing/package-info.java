/**
 * Measures reading alone, within one process: {@link ReadingRates} for the published figures, {@link ParserBenchmark}
 * and {@link FoldBenchmark} with JMH.
 */
@NullMarked
package io.billingcenter.benchmarks.parsing;

import org.jspecify.annotations.NullMarked;
