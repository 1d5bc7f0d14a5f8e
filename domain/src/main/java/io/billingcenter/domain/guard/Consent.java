package io.billingcenter.domain.guard;

import io.billingcenter.domain.time.BillingDay;
import org.jspecify.annotations.Nullable;

/**
 * A person's consent to something that a guard would stop or hold.
 *
 * @param subject subject of the consent, in the form defined by its kind
 * @param from first day covered; null if the consent is not for days
 * @param to last day covered; null if the consent is not for days or has no end
 * @param reason reason given by the person
 * @param by person and time of the consent
 */
public record Consent(
        ConsentKind kind,
        String subject,
        @Nullable BillingDay from,
        @Nullable BillingDay to,
        String reason,
        Given by) {

    /**
     * The person and time of a consent or acknowledgement, for information only; no result depends on them.
     *
     * @param who user of the operating system
     * @param when instant in UTC, in the form of RFC 3339
     */
    public record Given(String who, String when) {}

    /** Returns a consent that is not for days. */
    public static Consent of(ConsentKind kind, String subject, String reason, Given by) {
        return new Consent(kind, subject, null, null, reason, by);
    }
}
