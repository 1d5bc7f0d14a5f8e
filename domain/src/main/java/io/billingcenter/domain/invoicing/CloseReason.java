package io.billingcenter.domain.invoicing;

import java.util.Arrays;
import java.util.Optional;

/** The reasons against closing a month, each with the name used to accept it. */
public enum CloseReason {
    /** A day of the month is not done. */
    NIGHTS("nights"),
    /** A workspace-day is held. */
    HOLDS("holds"),
    /** A workspace fell silent. */
    MISSING("missing"),
    /** A traffic file cannot be read. */
    UNREADABLE("unreadable"),
    /** A traffic file whose records were counted is gone. */
    VANISHED("vanished"),
    /** An earlier month with postings is open. */
    EARLIER_MONTH("earlier-month");

    private final String text;

    CloseReason(String text) {
        this.text = text;
    }

    /** Returns the name used in tables and on the command line. */
    public String text() {
        return text;
    }

    /** Returns the reason with the given name, if there is one. */
    public static Optional<CloseReason> of(String text) {
        return Arrays.stream(values())
                .filter(reason -> reason.text.equals(text))
                .findFirst();
    }
}
