package io.billingcenter.domain.metering.fold;

/** Texts of the faults of whole files. */
public final class FileFault {

    /**
     * The beginning of the reason of a file that could not be read; it may be readable later though nothing shows that
     * it changed.
     */
    public static final String NOT_READ = "Expected a file that can be read";

    private FileFault() {}

    /** Returns whether a file with that fault may become readable without a change of its size or time. */
    public static boolean mayPass(String reason) {
        return reason.startsWith(NOT_READ);
    }
}
