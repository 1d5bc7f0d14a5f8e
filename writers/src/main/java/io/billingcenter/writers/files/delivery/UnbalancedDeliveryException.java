package io.billingcenter.writers.files.delivery;

/** Thrown when the files to deliver do not agree with the database; then nothing of the period was published. */
public final class UnbalancedDeliveryException extends DeliveryException {

    private static final long serialVersionUID = 1L;

    UnbalancedDeliveryException(String message) {
        super(message);
    }
}
