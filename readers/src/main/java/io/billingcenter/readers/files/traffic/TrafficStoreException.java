package io.billingcenter.readers.files.traffic;

/** Thrown when the traffic store, or too much of it, cannot be listed; nothing was changed. */
public final class TrafficStoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Creates an exception whose message states the expected and the found state, and the remedy. */
    public TrafficStoreException(String message) {
        super(message);
    }
}
