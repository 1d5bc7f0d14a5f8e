package io.billingcenter.domain.guard;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of findings about the input of a workspace-day. */
public enum InputFindingKind {
    /** A charged workspace that had files on each of the days before has none: it fell silent. */
    MISSING("missing"),
    /** A traffic file exists but cannot be read. */
    UNREADABLE("unreadable"),
    /** A traffic file whose records were counted is gone from a folder that still exists. */
    VANISHED("vanished");

    private final String code;

    InputFindingKind(String code) {
        this.code = code;
    }

    /** Returns the constant with the given code, if there is one. */
    public static Optional<InputFindingKind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }

    /** Returns the stable code used in tables and on the command line. */
    public String code() {
        return code;
    }
}
