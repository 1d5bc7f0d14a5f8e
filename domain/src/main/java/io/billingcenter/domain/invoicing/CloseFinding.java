package io.billingcenter.domain.invoicing;

import io.billingcenter.domain.time.BillingDay;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A finding that a person should know before a month is closed.
 *
 * @param day billing day that it concerns; null for a whole month
 * @param subject workspace or month that it concerns; empty for all workspaces of the day
 * @param detail what was expected and found, and what to do
 */
public record CloseFinding(CloseReason reason, @Nullable BillingDay day, String subject, String detail, Effect effect) {

    /** Order of a list: by reason, day and subject. */
    static final Comparator<CloseFinding> ORDER = Comparator.comparing(CloseFinding::reason)
            .thenComparing(finding -> String.valueOf(finding.day()))
            .thenComparing(CloseFinding::subject)
            .thenComparing(CloseFinding::detail);

    /** Influence on the close. */
    public enum Effect {
        /** The finding is listed and stops nothing. */
        LISTED("listed"),
        /** The month is not closed, unless the reason is accepted. */
        BLOCKS("blocks"),
        /** The month is not closed; it cannot be accepted. */
        FORBIDS("forbids");

        private final String text;

        Effect(String text) {
            this.text = text;
        }

        /** The name in tables. */
        public String text() {
            return text;
        }
    }

    /** One line for people: reason, day, subject and detail. */
    public String text() {
        return reason.text() + (day == null ? "" : " " + day) + (subject.isEmpty() ? "" : " " + subject) + ": "
                + detail;
    }
}
