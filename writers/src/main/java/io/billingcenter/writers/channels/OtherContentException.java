package io.billingcenter.writers.channels;

import java.io.IOException;

/** A receiver has other content under the name of a file, which is never replaced. */
public final class OtherContentException extends IOException {

    private static final long serialVersionUID = 1;

    /** Names the file and both contents. */
    public OtherContentException(String place, String expected, String found) {
        super("Expected no file or the same content at " + place + " (" + expected + "), found " + found
                + "; nothing was replaced. Look at the file, move it away, and ship again with --again");
    }
}
