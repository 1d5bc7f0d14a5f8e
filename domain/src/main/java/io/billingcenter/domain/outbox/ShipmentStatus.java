package io.billingcenter.domain.outbox;

/** The status of a shipment. */
public enum ShipmentStatus {
    /** To be sent. */
    PENDING("pending"),
    /** An attempt has begun, and no answer of the receiver is known. */
    SENDING("sending"),
    /** The receiver has everything. */
    SHIPPED("shipped"),
    /** Not sent: the receiver has other content of that name, or one of the two sides is not who it should be. */
    REFUSED("refused"),
    /** Not sent: the receiver wants nothing any more. */
    GIVEN_UP("given-up");

    private final String code;

    ShipmentStatus(String code) {
        this.code = code;
    }

    /** Returns the stable code used in tables. */
    public String code() {
        return code;
    }

    /** Returns whether the next run sends it. */
    public boolean isDue() {
        return this == PENDING || this == SENDING;
    }
}
