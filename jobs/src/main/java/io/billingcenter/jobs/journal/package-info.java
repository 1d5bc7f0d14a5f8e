/** The journal of a closed month: {@link io.billingcenter.jobs.journal.JournalMaker}. */
@NullMarked
package io.billingcenter.jobs.journal;

import org.jspecify.annotations.NullMarked;
