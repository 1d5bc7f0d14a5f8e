package io.billingcenter.remote;

import java.time.Duration;

/**
 * Times after which a remote server counts as unreachable.
 *
 * @param connect for a connection, and for the proof of identity of both sides
 * @param answer for the answer to each request
 */
public record RemoteTimeouts(Duration connect, Duration answer) {

    /** The times of an ordinary network. */
    public static final RemoteTimeouts USUAL = new RemoteTimeouts(Duration.ofSeconds(15), Duration.ofSeconds(60));
}
