package io.billingcenter.domain.guard;

import io.billingcenter.domain.time.BillingDay;
import org.jspecify.annotations.Nullable;

/**
 * A person's decision to let something pass.
 *
 * @param subject subject of the consent, in the form of its kind
 * @param from first day that it is for; null when it is for no days
 * @param to last day that it is for; null when it is for no days, or has no end
 * @param reason why it was given
 * @param by who gave it, and when
 */
public record Consent(
        ConsentKind kind,
        String subject,
        @Nullable BillingDay from,
        @Nullable BillingDay to,
        String reason,
        Given by) {

    /**
     * The person and the time of a consent or an acknowledgement; for people, nothing is computed from it.
     *
     * @param who user of the operating system
     * @param when instant in UTC, RFC 3339
     */
    public record Given(String who, String when) {}

    /** A consent that is for no days. */
    public static Consent of(ConsentKind kind, String subject, String reason, Given by) {
        return new Consent(kind, subject, null, null, reason, by);
    }
}
