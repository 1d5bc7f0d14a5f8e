/** What the job repository knows: {@link io.billingcenter.readers.runs.RunHistoryReader}. */
@NullMarked
package io.billingcenter.readers.runs;

import org.jspecify.annotations.NullMarked;
