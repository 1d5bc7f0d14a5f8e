package io.billingcenter.domain.guard;

import io.billingcenter.domain.time.BillingDay;
import org.jspecify.annotations.Nullable;

/**
 * The word of a person that lets something pass.
 *
 * @param subject what it is for, as its kind has it
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
     * Who gave a word, and when; names for people, from which nothing is computed.
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
