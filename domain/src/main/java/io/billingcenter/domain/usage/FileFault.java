package io.billingcenter.domain.usage;

/** Faults of whole files, as they are told. */
public final class FileFault {

    /** How the reason of a file begins that could not be read; it may be read later though nothing shows that it changed. */
    public static final String NOT_READ = "Expected a file that can be read";

    private FileFault() {}

    /** Whether a file with that fault may become readable without a change of its size or time. */
    public static boolean mayPass(String reason) {
        return reason.startsWith(NOT_READ);
    }
}
