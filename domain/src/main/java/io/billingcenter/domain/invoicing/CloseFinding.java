package io.billingcenter.domain.invoicing;

import io.billingcenter.domain.time.BillingDay;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A finding to be considered before a month is closed.
 *
 * @param day billing day concerned; null for a whole month
 * @param subject workspace or month concerned; empty for all workspaces of the day
 * @param detail description of the expectation, the finding and the remedy
 */
public record CloseFinding(CloseReason reason, @Nullable BillingDay day, String subject, String detail, Effect effect) {

    /** The order of a list: by reason, day and subject. */
    static final Comparator<CloseFinding> ORDER = Comparator.comparing(CloseFinding::reason)
            .thenComparing(finding -> String.valueOf(finding.day()))
            .thenComparing(CloseFinding::subject)
            .thenComparing(CloseFinding::detail);

    /** The effect of a finding on the close. */
    public enum Effect {
        /** The finding is listed and prevents nothing. */
        LISTED("listed"),
        /** The month is not closed unless the reason is accepted. */
        BLOCKS("blocks"),
        /** The month is not closed, and the reason cannot be accepted. */
        FORBIDS("forbids");

        private final String text;

        Effect(String text) {
            this.text = text;
        }

        /** Returns the stable code used in tables. */
        public String text() {
            return text;
        }
    }

    /** Returns the finding as one line: reason, day, subject and detail. */
    public String text() {
        return reason.text() + (day == null ? "" : " " + day) + (subject.isEmpty() ? "" : " " + subject) + ": "
                + detail;
    }
}
