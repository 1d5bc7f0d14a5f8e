package io.billingcenter.domain.outbox;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shipment with everything that is known of it.
 *
 * @param shippedAt time at which the receiver had everything; null if it has not
 * @param receipt path of the receipt below the folder of delivered files; null if there is none
 * @param files number of its files
 * @param bytes size of its files
 * @param attempts its attempts, in their order
 */
public record ShipmentHistory(
        Shipment shipment,
        @Nullable Instant shippedAt,
        @Nullable String receipt,
        long files,
        long bytes,
        List<Tried> attempts) {

    /**
     * An attempt as it was stored.
     *
     * @param begun time at which it was claimed; null if it was not recorded
     * @param result code of its outcome
     * @param receiptSha256 digest of the receipt; null if there is none
     */
    public record Tried(
            int number,
            @Nullable Instant begun,
            Instant ended,
            String result,
            String detail,
            @Nullable String receiptSha256) {}

    /** Keeps a copy of the attempts. */
    public ShipmentHistory {
        attempts = List.copyOf(attempts);
    }
}
