/** Readers of details, whether they are in the tables or in an archive file: {@link io.billingcenter.readers.tables.archive.DayDetails}. */
@NullMarked
package io.billingcenter.readers.tables.archive;

import org.jspecify.annotations.NullMarked;
