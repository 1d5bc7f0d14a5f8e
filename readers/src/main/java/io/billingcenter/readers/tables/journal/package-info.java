/** Queries of the journal: {@link io.billingcenter.readers.tables.journal.JournalReader}. */
@NullMarked
package io.billingcenter.readers.tables.journal;

import org.jspecify.annotations.NullMarked;
