package io.billingcenter.domain.usage;

import io.billingcenter.domain.account.WorkspaceId;
import java.time.Instant;

/**
 * A choice of retention for data of a workspace, effective from an instant, inclusive (billing rules 4.3, 4.4).
 *
 * @param subject measurement or log index that it applies to; empty for all
 */
public record RetentionPolicy(
        WorkspaceId workspace, RetentionData data, String subject, int days, Instant effectiveAt) {

    /** Checks that the days are on offer, and that a subject is given only for data with subjects. */
    public RetentionPolicy {
        if (!data.allowedDays().contains(days)) {
            throw new IllegalArgumentException(
                    "Expected days of " + data.code() + " out of " + data.allowedDays() + ", found " + days);
        }
        if (!subject.isEmpty() && !data.bySubject()) {
            throw new IllegalArgumentException("Expected no subject for " + data.code()
                    + " (only metric and log have them), found '" + subject + "'");
        }
    }
}
