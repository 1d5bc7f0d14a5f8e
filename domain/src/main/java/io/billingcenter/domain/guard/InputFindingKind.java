package io.billingcenter.domain.guard;

import java.util.Arrays;
import java.util.Optional;

/** Input of a workspace-day that is not as expected. */
public enum InputFindingKind {
    /** A charged workspace that had files on each of the days before has none: it fell silent. */
    MISSING("missing"),
    /** A traffic file is there and cannot be read. */
    UNREADABLE("unreadable"),
    /** A traffic file that was counted is gone from a folder that is still there. */
    VANISHED("vanished");

    private final String code;

    InputFindingKind(String code) {
        this.code = code;
    }

    /** The kind with that name. */
    public static Optional<InputFindingKind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }

    /** The name in tables and on the command line. */
    public String code() {
        return code;
    }
}
