package io.billingcenter.writers.channels;

import java.io.IOException;

/** A receiver says that it wants nothing any more. */
public final class TargetEndedException extends IOException {

    private static final long serialVersionUID = 1;

    /** Creates an exception with a message for people. */
    public TargetEndedException(String message) {
        super(message);
    }
}
