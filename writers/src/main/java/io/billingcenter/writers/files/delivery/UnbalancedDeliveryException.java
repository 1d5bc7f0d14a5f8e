package io.billingcenter.writers.files.delivery;

/** What was about to be delivered is not what the database adds up to; nothing of the period was published. */
public final class UnbalancedDeliveryException extends DeliveryException {

    private static final long serialVersionUID = 1L;

    UnbalancedDeliveryException(String message) {
        super(message);
    }
}
