package io.billingcenter.domain.journal;

/** Thrown when the chart of accounts has no row for a key of the journal. */
public class UnmappedKeyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;

    /** Creates the exception for a key. */
    public UnmappedKeyException(JournalKey key) {
        super("Expected a row for the key " + key + " in the chart of accounts, found none; add it, then repeat");
        this.key = key.value();
    }

    /** Returns the key that has no row. */
    public String key() {
        return key;
    }
}
