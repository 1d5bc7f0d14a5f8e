package io.billingcenter.writers.files.delivery;

/**
 * Thrown when files could not be delivered; then nothing of the period was published. The message states the remedy.
 */
public class DeliveryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DeliveryException(String message, Throwable cause) {
        super(message, cause);
    }

    DeliveryException(String message) {
        super(message);
    }
}
