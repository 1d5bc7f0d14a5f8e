/** The chart of accounts: {@link io.billingcenter.readers.files.journal.ChartFile}. */
@NullMarked
package io.billingcenter.readers.files.journal;

import org.jspecify.annotations.NullMarked;
