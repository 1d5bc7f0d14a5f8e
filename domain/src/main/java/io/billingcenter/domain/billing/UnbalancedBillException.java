package io.billingcenter.domain.billing;

/** What was paid of a bill is not what its lines add up to. */
public final class UnbalancedBillException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /** With what was expected, what was found, and what to do. */
    public UnbalancedBillException(String message) {
        super(message);
    }
}
