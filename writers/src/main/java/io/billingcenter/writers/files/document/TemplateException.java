package io.billingcenter.writers.files.document;

/** Thrown when a template, style sheet or text cannot be used; no document can be made until it is corrected. */
public final class TemplateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TemplateException(String message) {
        super(message);
    }

    TemplateException(String message, Throwable cause) {
        super(message, cause);
    }
}
