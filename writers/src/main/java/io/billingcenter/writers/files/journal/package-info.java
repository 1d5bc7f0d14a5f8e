/**
 * The journal of a month in the spellings of accounting programs: {@link
 * io.billingcenter.writers.files.journal.JournalFiles} writes all that are wanted from one pass over its entries.
 */
@NullMarked
package io.billingcenter.writers.files.journal;

import org.jspecify.annotations.NullMarked;
