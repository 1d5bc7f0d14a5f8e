package io.billingcenter.writers.files.delivery;

/** Files could not be delivered; nothing of the period was published. The message says what to do. */
public class DeliveryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DeliveryException(String message, Throwable cause) {
        super(message, cause);
    }

    DeliveryException(String message) {
        super(message);
    }
}
