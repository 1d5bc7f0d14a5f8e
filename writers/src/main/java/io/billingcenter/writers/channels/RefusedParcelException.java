package io.billingcenter.writers.channels;

import java.io.IOException;

/** A receiver, or the way to it, does not take one parcel; others may go through. */
public final class RefusedParcelException extends IOException {

    private static final long serialVersionUID = 1;

    /** Creates an exception with a message for people. */
    public RefusedParcelException(String message) {
        super(message);
    }
}
