/**
 * The history of runs: {@link io.billingcenter.readers.runs.RunReader} and {@link
 * io.billingcenter.readers.runs.RunHistoryReader}.
 */
@NullMarked
package io.billingcenter.readers.runs;

import org.jspecify.annotations.NullMarked;
