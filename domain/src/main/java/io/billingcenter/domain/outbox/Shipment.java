package io.billingcenter.domain.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A published revision on its way to a target.
 *
 * @param id number of the shipment
 * @param period the published period: a day, a month, or a set of a month
 * @param target name of the target in the settings
 * @param account account that the shipment is for; empty if it is for none alone
 * @param contentDigest digest of the files
 * @param supersedes revision of the period that went to the target before; null if none did
 * @param status status
 * @param attempts number of attempts that have begun
 * @param nextAttempt earliest time of the next attempt; null for any
 * @param error reason why it is not there; null if there is none
 */
public record Shipment(
        long id,
        String period,
        int revision,
        String target,
        String account,
        String contentDigest,
        @Nullable Integer supersedes,
        ShipmentStatus status,
        int attempts,
        @Nullable Instant nextAttempt,
        @Nullable String error) {

    /** Returns the same shipment with a number. */
    public Shipment numbered(long number) {
        return new Shipment(
                number,
                period,
                revision,
                target,
                account,
                contentDigest,
                supersedes,
                status,
                attempts,
                nextAttempt,
                error);
    }

    /** Returns the published revision and its receiver, for people. */
    public String name() {
        return period + "/r" + revision + " to " + target + (account.isEmpty() ? "" : " for " + account);
    }
}
