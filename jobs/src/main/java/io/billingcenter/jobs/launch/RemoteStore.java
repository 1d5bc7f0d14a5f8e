package io.billingcenter.jobs.launch;

import io.billingcenter.config.StagingSettings;
import io.billingcenter.remote.RemoteException;
import io.billingcenter.remote.RemoteTimeouts;
import io.billingcenter.remote.Secret;
import io.billingcenter.remote.object.ObjectStore;
import io.billingcenter.remote.sftp.SftpServer;
import io.billingcenter.remote.traffic.ObjectTraffic;
import io.billingcenter.remote.traffic.RemoteTraffic;
import io.billingcenter.remote.traffic.SftpTraffic;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A traffic store on another machine, by its settings. The clients of its protocol are loaded when it is opened.
 *
 * @param address {@code sftp://user@host:port/folder} or {@code s3://bucket/prefix}
 * @param home folder against which paths of keys and secrets are resolved
 */
public record RemoteStore(String address, StagingSettings settings, Path home) {

    private static final String SFTP = "sftp://";
    private static final String S3 = "s3://";

    /** Checks the kind of the address, and that it has no password. */
    public RemoteStore {
        boolean isKnown = address.startsWith(SFTP) || address.startsWith(S3);
        // Whatever else it is, it is not repeated: it may have a password.
        if (!isKnown || address.matches("[^/]*//[^/]*:[^/@]*@.*")) {
            throw new IllegalArgumentException("Expected --traffic to be a folder, sftp://user@host:port/folder or"
                    + " s3://bucket/prefix, found " + (isKnown ? "an address with a password" : "another address")
                    + "; secrets belong in files or in the environment (docs/operations.md)");
        }
    }

    /**
     * Opens the store; the caller closes it.
     *
     * @throws RemoteException if a secret cannot be read
     * @throws IllegalArgumentException if the address or a setting has a wrong form
     */
    public RemoteTraffic open() throws RemoteException {
        return address.startsWith(SFTP) ? openServer() : openBucket();
    }

    private RemoteTraffic openServer() {
        StagingSettings.Sftp sftp = settings.sftp();
        return new SftpTraffic(
                SftpServer.at(
                        address,
                        home.resolve(sftp.knownHosts()),
                        sftp.key().isBlank() ? null : home.resolve(sftp.key()),
                        secret(sftp.keyPasswordFile()),
                        secret(sftp.passwordFile())),
                RemoteTimeouts.USUAL);
    }

    private RemoteTraffic openBucket() throws RemoteException {
        StagingSettings.S3 s3 = settings.s3();
        ObjectStore store = ObjectStore.at(
                address,
                URI.create(s3.effectiveEndpoint()),
                s3.region(),
                s3.pathStyle(),
                s3.checksumsWhenRequired(),
                Secret.of(s3.accessKeyFile(), home),
                Secret.of(s3.secretKeyFile(), home));
        return new ObjectTraffic(store, s3.conditionalWrites(), RemoteTimeouts.USUAL);
    }

    private @Nullable Secret secret(String setting) {
        return setting.isBlank() ? null : Secret.of(setting, home);
    }
}
