package io.billingcenter.domain.journal;

import io.billingcenter.domain.time.BillingDay;
import java.util.Collection;
import java.util.Currency;
import java.util.function.Consumer;

/** The source of the entries of a month: committed rows only, so that a repeat gives the same entries. */
public interface JournalSource {

    /**
     * Streams the entries of the month that have lines, with bounded memory: documents by their numbers, then movements by their
     * requests.
     *
     * @throws UnbalancedJournalException if a document does not balance
     */
    void read(Consumer<JournalEntry> entry);

    /**
     * Returns the sums that the entries must have, determined by queries of their own: revenue from the postings, receivables of
     * vendors from the marketplace records, and everything else from the ledger.
     */
    JournalTotals expected();

    /** Returns the currencies of all entries. */
    Collection<Currency> currencies();

    /** Returns the last day of an entry, which may be after the month; at least the last day of the month. */
    BillingDay lastDay();
}
