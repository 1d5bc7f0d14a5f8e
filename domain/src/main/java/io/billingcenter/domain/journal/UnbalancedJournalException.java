package io.billingcenter.domain.journal;

/** Thrown when a document does not balance, or the journal differs from the invoices, the postings or the ledger. */
public class UnbalancedJournalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Creates the exception with a message that states what was expected and what was found. */
    public UnbalancedJournalException(String message) {
        super(message);
    }
}
