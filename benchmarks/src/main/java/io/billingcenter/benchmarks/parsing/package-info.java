/**
 * Reading alone, within one process: {@link ReadingRates} for the record, {@link ParserBenchmark} and
 * {@link FoldBenchmark} by JMH.
 */
@NullMarked
package io.billingcenter.benchmarks.parsing;

import org.jspecify.annotations.NullMarked;
