package io.billingcenter.remote;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;

/** Addresses of this machine, which alone may be called without a protected connection. */
public final class Loopback {

    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    private Loopback() {}

    /** Returns whether the host is this machine; decided without asking a name server. */
    public static boolean is(String host) {
        return NAMES.contains(host) || isLiteral(host);
    }

    private static boolean isLiteral(String host) {
        try {
            // A text of digits and dots is an address and is never looked up.
            return host.matches("127(\\.[0-9]{1,3}){3}")
                    && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
