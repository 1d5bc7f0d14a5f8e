package io.billingcenter.domain.usage;

import io.billingcenter.domain.account.WorkspaceId;
import java.time.Instant;

/**
 * From an instant on, inclusive, data of a workspace is kept for that many days (billing rules 4.3, 4.4).
 *
 * @param subject the measurement or log index it is for; empty for all
 */
public record RetentionPolicy(
        WorkspaceId workspace, RetentionData data, String subject, int days, Instant effectiveAt) {

    /** Checks that the days are on offer and that a subject is given only where there are subjects. */
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
