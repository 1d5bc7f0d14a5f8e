package io.billingcenter.remote;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A failed call of a remote server, and whether a repeat may succeed. */
public final class RemoteException extends IOException {

    private static final long serialVersionUID = 1;

    private final boolean temporary;
    private final @Nullable Duration after;

    private RemoteException(String message, boolean temporary, @Nullable Duration after, @Nullable Throwable cause) {
        super(message, cause);
        this.temporary = temporary;
        this.after = after;
    }

    /** Returns a failure that a repeat may overcome: no connection, a time-out, a busy server. */
    public static RemoteException temporary(String message, @Nullable Throwable cause) {
        return new RemoteException(message, true, null, cause);
    }

    /**
     * Returns a failure after which the server asks for a pause.
     *
     * @param after the pause
     */
    public static RemoteException busy(String message, Duration after, @Nullable Throwable cause) {
        return new RemoteException(message, true, after, cause);
    }

    /** Returns a failure that stays until a person changes something: a host key, a password, a setting. */
    public static RemoteException lasting(String message) {
        return lasting(message, null);
    }

    /** Returns such a failure with its cause. */
    public static RemoteException lasting(String message, @Nullable Throwable cause) {
        return new RemoteException(message, false, null, cause);
    }

    /** Returns whether a repeat may succeed. */
    public boolean isTemporary() {
        return temporary;
    }

    /** Returns the pause that the server asks for. */
    public Optional<Duration> after() {
        return Optional.ofNullable(after);
    }
}
