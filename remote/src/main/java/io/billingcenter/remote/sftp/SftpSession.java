package io.billingcenter.remote.sftp;

import io.billingcenter.remote.RemoteException;
import io.billingcenter.remote.RemoteTimeouts;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Objects;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.keyverifier.KnownHostsServerKeyVerifier;
import org.apache.sshd.client.keyverifier.RejectAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.jspecify.annotations.Nullable;

/**
 * An open session with an SFTP server. The key of the server must be in the file of known hosts, which is never written; nothing is
 * read from the home folder of the user.
 */
public final class SftpSession implements Closeable {

    private static final Duration KEEP_ALIVE = Duration.ofSeconds(30);

    private final SshClient ssh;
    private final ClientSession session;
    private final SftpClient sftp;

    private SftpSession(SshClient ssh, ClientSession session, SftpClient sftp) {
        this.ssh = ssh;
        this.session = session;
        this.sftp = sftp;
    }

    /**
     * Opens a session; the caller closes it.
     *
     * @throws RemoteException if the server cannot be reached (temporary), or it or the user is not who it should be
     */
    public static SftpSession open(SftpServer server, RemoteTimeouts timeouts) throws RemoteException {
        requireFile("known hosts", server.knownHosts());
        SshClient ssh = client(server, timeouts);
        try {
            ssh.start();
            ClientSession session = ssh.connect(server.user(), server.host(), server.port())
                    .verify(timeouts.connect())
                    .getSession();
            identify(session, server);
            session.auth().verify(timeouts.connect());
            return new SftpSession(ssh, session, SftpClientFactory.instance().createSftpClient(session));
        } catch (IOException | RuntimeException e) {
            stop(ssh);
            throw SftpFailures.of(server.address(), e);
        }
    }

    private static SshClient client(SftpServer server, RemoteTimeouts timeouts) {
        SshClient ssh = SshClient.setUpDefaultClient();
        ssh.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        ssh.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        ssh.setServerKeyVerifier(
                new KnownHostsServerKeyVerifier(RejectAllServerKeyVerifier.INSTANCE, server.knownHosts()));
        CoreModuleProperties.HEARTBEAT_INTERVAL.set(ssh, KEEP_ALIVE);
        CoreModuleProperties.AUTH_TIMEOUT.set(ssh, timeouts.connect());
        CoreModuleProperties.IO_CONNECT_TIMEOUT.set(ssh, timeouts.connect());
        CoreModuleProperties.CHANNEL_OPEN_TIMEOUT.set(ssh, timeouts.connect());
        CoreModuleProperties.WINDOW_TIMEOUT.set(ssh, timeouts.answer());
        CoreModuleProperties.WAIT_FOR_SPACE_TIMEOUT.set(ssh, timeouts.answer());
        // The client of the protocol waits that long for each answer.
        CoreModuleProperties.IDLE_TIMEOUT.set(ssh, timeouts.answer());
        SftpModuleProperties.SFTP_CHANNEL_OPEN_TIMEOUT.set(ssh, timeouts.connect());
        return ssh;
    }

    private static void identify(ClientSession session, SftpServer server) throws IOException {
        if (server.password() != null) {
            session.addPasswordIdentity(server.password().reveal());
            return;
        }
        Path key = Objects.requireNonNull(server.key(), "key");
        requireFile("private key", key);
        String decryption =
                server.keyPassword() == null ? null : server.keyPassword().reveal();
        for (KeyPair pair : pairs(session, key, decryption)) {
            session.addPublicKeyIdentity(pair);
        }
    }

    private static Iterable<KeyPair> pairs(ClientSession session, Path key, @Nullable String decryption)
            throws RemoteException {
        FilePasswordProvider provider =
                decryption == null ? FilePasswordProvider.EMPTY : FilePasswordProvider.of(decryption);
        try (InputStream content = Files.newInputStream(key)) {
            Iterable<KeyPair> pairs = SecurityUtils.loadKeyPairIdentities(
                    session, NamedResource.ofName(key.toString()), content, provider);
            if (pairs != null) {
                return pairs;
            }
            throw new IOException("no private key");
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            // The message of the cause may quote the key.
            throw RemoteException.lasting("Expected a private key in " + key + " that "
                    + (decryption == null ? "is not encrypted" : "its secret decrypts") + ", found "
                    + e.getClass().getSimpleName() + "; correct the key or the secret");
        }
    }

    private static void requireFile(String content, Path file) throws RemoteException {
        if (!Files.isReadable(file)) {
            throw RemoteException.lasting("Expected a file of the " + content + " at " + file
                    + ", found none that can be read; create it or correct the setting");
        }
    }

    /** Returns the client of the protocol, for the time of the session. */
    public SftpClient client() {
        return sftp;
    }

    /** Returns whether the session has not ended. */
    public boolean isOpen() {
        return session.isOpen() && sftp.isOpen();
    }

    @Override
    public void close() {
        try {
            sftp.close();
        } catch (IOException | RuntimeException e) {
            // What was written is confirmed by the answers of the server, not by the end of the session.
        }
        session.close(true);
        stop(ssh);
    }

    private static void stop(SshClient ssh) {
        try {
            ssh.stop();
        } catch (RuntimeException e) {
            // The process has no use for the client any more.
        }
    }
}
