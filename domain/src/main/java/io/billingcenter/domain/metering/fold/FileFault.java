package io.billingcenter.domain.metering.fold;

/** The texts of faults that concern whole files. */
public final class FileFault {

    /**
     * The prefix of the reason for a file that could not be read. Such a file may become readable without any visible
     * change.
     */
    public static final String NOT_READ = "Expected a file that can be read";

    private FileFault() {}

    /** Returns whether a file with the given fault may become readable although its size and time stay the same. */
    public static boolean mayPass(String reason) {
        return reason.startsWith(NOT_READ);
    }
}
