/**
 * The history of runs: {@link io.billingcenter.readers.tables.runs.RunReader} and {@link
 * io.billingcenter.readers.tables.runs.RunHistoryReader}.
 */
@NullMarked
package io.billingcenter.readers.tables.runs;

import org.jspecify.annotations.NullMarked;
