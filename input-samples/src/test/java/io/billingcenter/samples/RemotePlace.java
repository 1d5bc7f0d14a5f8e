package io.billingcenter.samples;

import io.billingcenter.remote.object.ObjectTestServer;
import io.billingcenter.remote.sftp.SftpTestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/** Places whose traffic comes from another machine; what arrives in their traffic folder arrives there. */
final class RemotePlace {

    /** The folder of the copies, below the root of a place. */
    static final String STAGED = "staged";

    private RemotePlace() {}

    /** The kinds of stores. */
    enum Kind {
        SFTP,
        S3
    }

    /** A running store with a place that uses it. */
    record Store(Workplace place, Runnable stop) implements AutoCloseable {

        @Override
        public void close() {
            stop.run();
        }
    }

    static Store start(Kind kind, Workplace local) throws IOException {
        Files.createDirectories(local.traffic());
        if (kind == Kind.SFTP) {
            SftpTestServer server = SftpTestServer.start(local.root());
            return new Store(
                    of(server, local, server.writeKnownHosts(local.root().resolve("known_hosts"))), server::close);
        }
        ObjectTestServer server = ObjectTestServer.start();
        return new Store(of(server, local, "logs"), server::close);
    }

    /** A place with its traffic on an SFTP server that shows the root of the place. */
    static Workplace of(SftpTestServer server, Workplace local, Path knownHosts) throws IOException {
        Path password = SftpTestServer.writePassword(local.root().resolve("password"), SftpTestServer.PASSWORD);
        return local.withTraffic(
                () -> {},
                "--traffic",
                server.address("/traffic"),
                "--set",
                "billing.staging.folder=" + local.root().resolve(STAGED),
                "--set",
                "billing.staging.sftp.known-hosts=" + knownHosts,
                "--set",
                "billing.staging.sftp.password-file=" + password);
    }

    /** A place with its traffic in a bucket, below {@code logs/}, looked for below a prefix. */
    static Workplace of(ObjectTestServer server, Workplace local, String prefix) {
        server.store("", local.root());
        return local.withTraffic(
                () -> upload(local.traffic(), server),
                "--traffic",
                "s3://" + ObjectTestServer.BUCKET + "/" + prefix,
                "--set",
                "billing.staging.folder=" + local.root().resolve(STAGED),
                "--set",
                "billing.staging.s3.endpoint=" + server.endpoint(),
                "--set",
                "billing.staging.s3.path-style=true",
                "--set",
                "billing.staging.s3.checksums-when-required=true",
                "--set",
                "billing.staging.s3.access-key-file=" + local.root().resolve("access-key"),
                "--set",
                "billing.staging.s3.secret-key-file=" + local.root().resolve("secret-key"));
    }

    /** Makes the bucket have the files of a folder; repairs that the program has put there stay. */
    private static void upload(Path traffic, ObjectTestServer server) {
        try {
            Map<String, byte[]> files = Workplace.filesBelow(traffic);
            server.objects()
                    .keySet()
                    .removeIf(key -> !key.contains("/repair-") && !files.containsKey(key.replaceFirst("^logs/", "")));
            files.forEach((path, content) -> {
                ObjectTestServer.Stored before = server.objects().get("logs/" + path);
                if (before == null || !Arrays.equals(before.content(), content)) {
                    server.put("logs/" + path, content);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
