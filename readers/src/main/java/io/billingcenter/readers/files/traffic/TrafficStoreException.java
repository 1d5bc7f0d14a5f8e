package io.billingcenter.readers.files.traffic;

/** The traffic store cannot be listed, or too little of it; nothing was changed. */
public final class TrafficStoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says what was expected and found, and what to do. */
    public TrafficStoreException(String message) {
        super(message);
    }
}
