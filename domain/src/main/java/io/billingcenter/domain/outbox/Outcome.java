package io.billingcenter.domain.outbox;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The outcome of an attempt to send a shipment. */
public sealed interface Outcome {

    /** Returns the code used in tables. */
    String code();

    /** Returns the status of the shipment after an attempt with this outcome. */
    ShipmentStatus status();

    /** Returns the place of the files, or the reason why they are not there. */
    String detail();

    /**
     * The receiver has everything, byte by byte.
     *
     * @param detail place of the files at the receiver
     * @param versions version that the receiver gave to a file, by path; empty where it gives none
     */
    record Shipped(String detail, Map<String, String> versions) implements Outcome {

        /** Keeps a copy of the versions. */
        public Shipped {
            versions = Map.copyOf(versions);
        }

        @Override
        public String code() {
            return "shipped";
        }

        @Override
        public ShipmentStatus status() {
            return ShipmentStatus.SHIPPED;
        }
    }

    /**
     * The attempt failed, and a later one may succeed.
     *
     * @param after pause that the receiver asked for
     * @param isReached whether there may have been a connection, so that the receiver may have a part or everything
     */
    record Delayed(String detail, Optional<Duration> after, boolean isReached) implements Outcome {

        /** Creates the outcome of an attempt that may have reached the receiver. */
        public Delayed(String detail, Optional<Duration> after) {
            this(detail, after, true);
        }

        @Override
        public String code() {
            return isReached ? "delayed" : "unreached";
        }

        @Override
        public ShipmentStatus status() {
            return ShipmentStatus.PENDING;
        }
    }

    /** The attempt failed, and so would any other until a person changes something. */
    record Refused(String detail) implements Outcome {

        @Override
        public String code() {
            return "refused";
        }

        @Override
        public ShipmentStatus status() {
            return ShipmentStatus.REFUSED;
        }
    }

    /** The receiver wants nothing any more. */
    record Ended(String detail) implements Outcome {

        @Override
        public String code() {
            return "ended";
        }

        @Override
        public ShipmentStatus status() {
            return ShipmentStatus.GIVEN_UP;
        }
    }

    /** The program ended during the attempt, so that nothing is known of it. */
    record Unknown() implements Outcome {

        @Override
        public String code() {
            return "unknown";
        }

        @Override
        public ShipmentStatus status() {
            return ShipmentStatus.SENDING;
        }

        @Override
        public String detail() {
            return "the program ended before an answer was stored";
        }
    }
}
