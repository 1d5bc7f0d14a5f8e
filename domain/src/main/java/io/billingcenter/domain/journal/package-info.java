/**
 * The journal of a closed month: {@link io.billingcenter.domain.journal.JournalEntry} is one document of it, {@link
 * io.billingcenter.domain.journal.JournalEntries} makes entries of invoices and of movements of the ledger, and {@link
 * io.billingcenter.domain.journal.Chart} maps their keys to accounts of a general ledger.
 */
@NullMarked
package io.billingcenter.domain.journal;

import org.jspecify.annotations.NullMarked;
