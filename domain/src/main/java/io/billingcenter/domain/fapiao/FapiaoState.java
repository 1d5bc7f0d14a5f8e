package io.billingcenter.domain.fapiao;

import java.util.Optional;
import java.util.stream.Stream;

/** The states of a fapiao; its name is the code in files and tables. */
public enum FapiaoState {
    /** It was requested, and there is no result yet. */
    REQUESTED,
    /** It was issued. */
    ISSUED,
    /** A red fapiao was requested, which takes it back. */
    RED_REQUESTED,
    /** The red fapiao was issued. */
    RED_ISSUED,
    /** It could not be issued, and may be requested again. */
    FAILED;

    /** Returns whether a fapiao exists, so that the result has a number and a day. */
    public boolean hasNumber() {
        return this == ISSUED || this == RED_ISSUED;
    }

    /** Returns whether the state is about a red fapiao. */
    public boolean isRed() {
        return this == RED_REQUESTED || this == RED_ISSUED;
    }

    /** Returns the state of that code, if there is one. */
    public static Optional<FapiaoState> ofCode(String code) {
        return Stream.of(values()).filter(state -> state.name().equals(code)).findFirst();
    }
}
