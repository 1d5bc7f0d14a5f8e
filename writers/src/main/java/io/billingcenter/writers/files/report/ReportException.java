package io.billingcenter.writers.files.report;

/** Thrown when the report of a run cannot be written. The results of the run are kept. */
public final class ReportException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Creates an exception whose message states the remedy. */
    public ReportException(String message, Throwable cause) {
        super(message, cause);
    }
}
