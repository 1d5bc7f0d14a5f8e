package io.billingcenter.domain.invoicing;

/** Thrown when an invoice cannot be credited or voided; nothing was posted or numbered. */
public final class CorrectionRefusedException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /** Creates the exception with a message for people. */
    public CorrectionRefusedException(String message) {
        super(message);
    }
}
