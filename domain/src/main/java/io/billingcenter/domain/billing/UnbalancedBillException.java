package io.billingcenter.domain.billing;

/** Thrown when the payment of a bill does not add up to its lines. */
public final class UnbalancedBillException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /** Creates the exception with a message that names the expectation, the finding and the remedy. */
    public UnbalancedBillException(String message) {
        super(message);
    }
}
