package io.billingcenter.writers.files.report;

/** The report of a run cannot be written. What the run did stays done. */
public final class ReportException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With a message that says what to do. */
    public ReportException(String message, Throwable cause) {
        super(message, cause);
    }
}
