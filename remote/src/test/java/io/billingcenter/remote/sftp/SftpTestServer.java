package io.billingcenter.remote.sftp;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** An SFTP server in the process of a test, with a folder, a host key and one user. */
public final class SftpTestServer implements AutoCloseable {

    public static final String USER = "finance";
    public static final String PASSWORD = "pw-3e9c1f";
    public static final String KEY_PASSWORD = "kp-77ab20";

    private final SshServer server;
    private final Path root;
    private final KeyPair hostKey;
    private final KeyPair userKey;

    private SftpTestServer(SshServer server, Path root, KeyPair hostKey, KeyPair userKey) {
        this.server = server;
        this.root = root;
        this.hostKey = hostKey;
        this.userKey = userKey;
    }

    /** Starts a server that shows a folder as its root. */
    public static SftpTestServer start(Path root) {
        return start(root, SftpFileSystemAccessor.DEFAULT);
    }

    /** Starts a server whose file operations go through an accessor, which may fail. */
    public static SftpTestServer start(Path root, SftpFileSystemAccessor accessor) {
        try {
            Files.createDirectories(root);
            KeyPair hostKey = newKey();
            KeyPair userKey = newKey();
            SshServer server = SshServer.setUpDefaultServer();
            server.setHost("127.0.0.1");
            server.setPort(0);
            server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
            server.setFileSystemFactory(new VirtualFileSystemFactory(root));
            server.setPublickeyAuthenticator(
                    (user, key, session) -> user.equals(USER) && KeyUtils.compareKeys(key, userKey.getPublic()));
            server.setPasswordAuthenticator(
                    (user, password, session) -> user.equals(USER) && password.equals(PASSWORD));
            server.setSubsystemFactories(List.of(new SftpSubsystemFactory.Builder()
                    .withFileSystemAccessor(accessor)
                    .build()));
            server.start();
            return new SftpTestServer(server, root, hostKey, userKey);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public int port() {
        return server.getPort();
    }

    public Path root() {
        return root;
    }

    public String address(String folder) {
        return "sftp://" + USER + "@127.0.0.1:" + port() + folder;
    }

    /** Ends every session at once, as a network does that fails. */
    public void cut() {
        server.getActiveSessions().forEach(session -> session.close(true));
    }

    /** Writes the file of known hosts with the key of this server. */
    public Path writeKnownHosts(Path file) throws IOException {
        return writeKnownHosts(file, hostKey);
    }

    /** Writes the file of known hosts with another key under the name of this server. */
    public Path writeWrongKnownHosts(Path file) throws IOException {
        return writeKnownHosts(file, newKey());
    }

    private Path writeKnownHosts(Path file, KeyPair key) throws IOException {
        return Files.writeString(file, "[127.0.0.1]:" + port() + " " + PublicKeyEntry.toString(key.getPublic()) + "\n");
    }

    /** Writes the private key of the user, encrypted by {@link #KEY_PASSWORD}. */
    public Path writeKey(Path file) throws IOException, GeneralSecurityException {
        return writeKey(file, userKey);
    }

    /** Writes a private key that the server does not know. */
    public Path writeWrongKey(Path file) throws IOException, GeneralSecurityException {
        return writeKey(file, newKey());
    }

    private static Path writeKey(Path file, KeyPair key) throws IOException, GeneralSecurityException {
        OpenSSHKeyEncryptionContext encryption = new OpenSSHKeyEncryptionContext();
        encryption.setPassword(KEY_PASSWORD);
        encryption.setCipherName("AES");
        encryption.setCipherType("256");
        try (OutputStream output = Files.newOutputStream(file)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(key, "test", encryption, output);
        }
        return file;
    }

    /** Writes the password of the user. */
    public static Path writePassword(Path file, String password) throws IOException {
        return Files.writeString(file, password + "\n", StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            server.stop(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
