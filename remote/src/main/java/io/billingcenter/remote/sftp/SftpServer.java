package io.billingcenter.remote.sftp;

import io.billingcenter.remote.RemoteException;
import io.billingcenter.remote.RemoteTimeouts;
import io.billingcenter.remote.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * An SFTP server and the way to prove both identities.
 *
 * @param folder absolute path on the server
 * @param knownHosts file with the keys of the server, in the format of OpenSSH
 * @param key file with the private key of the user; null for a password
 * @param keyPassword secret that decrypts the private key; null for a plain one
 * @param password secret of the user; null for a key
 */
public record SftpServer(
        String user,
        String host,
        int port,
        String folder,
        Path knownHosts,
        @Nullable Path key,
        @Nullable Secret keyPassword,
        @Nullable Secret password) {

    private static final String FORM = "sftp://user@host:port/folder";
    private static final int USUAL_PORT = 22;

    /** Requires a key or a password. */
    public SftpServer {
        if ((key == null) == (password == null)) {
            throw new IllegalArgumentException("Expected a private key or a password for sftp://" + user + "@" + host
                    + ", found " + (key == null ? "neither" : "both") + "; set one of them");
        }
    }

    /**
     * Returns the server at an address.
     *
     * @param address text of the form {@code sftp://user@host:port/folder}, without a password
     * @throws IllegalArgumentException if the address has another form
     */
    public static SftpServer at(
            String address,
            Path knownHosts,
            @Nullable Path key,
            @Nullable Secret keyPassword,
            @Nullable Secret password) {
        URI uri = parsed(address);
        String user = uri.getUserInfo();
        String host = uri.getHost();
        String path = uri.getPath();
        if (!"sftp".equals(uri.getScheme())
                || user == null
                || user.contains(":")
                || host == null
                || path == null
                || path.isEmpty()
                || uri.getQuery() != null
                || uri.getFragment() != null) {
            throw wrongForm();
        }
        int port = uri.getPort() < 0 ? USUAL_PORT : uri.getPort();
        String folder = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return new SftpServer(user, host, port, folder, knownHosts, key, keyPassword, password);
    }

    private static URI parsed(String address) {
        try {
            return new URI(address);
        } catch (URISyntaxException e) {
            throw wrongForm();
        }
    }

    /** The address itself is not quoted, since one of a wrong form may hold a password. */
    private static IllegalArgumentException wrongForm() {
        return new IllegalArgumentException("Expected an address of the form " + FORM
                + " without a password, found another form; the password belongs in a file or in the environment");
    }

    /** Returns the path of a file below the folder. */
    public String path(String relative) {
        return folder.equals("/") ? "/" + relative : folder + "/" + relative;
    }

    /** Returns the address without any secret. */
    public String address() {
        return "sftp://" + user + "@" + host + ":" + port + folder;
    }

    /** Opens a session with the usual time-outs; the caller closes it. */
    public SftpSession open() throws RemoteException {
        return SftpSession.open(this, RemoteTimeouts.USUAL);
    }
}
