package io.billingcenter.writers.channels.sftp;

import io.billingcenter.domain.outbox.Outcome;
import io.billingcenter.remote.RemoteTimeouts;
import io.billingcenter.remote.sftp.SftpFailures;
import io.billingcenter.remote.sftp.SftpServer;
import io.billingcenter.remote.sftp.SftpSession;
import io.billingcenter.writers.channels.Channel;
import io.billingcenter.writers.channels.OtherContentException;
import io.billingcenter.writers.channels.Parcel;
import io.billingcenter.writers.channels.ParcelFile;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sends parcels to an SFTP server. A session is used for all parcels and opened again after a failure; an upload that was cut goes
 * on where it ended.
 */
public final class SftpChannel implements Channel {

    private final SftpServer server;
    private final SftpRules rules;
    private final RemoteTimeouts timeouts;
    private @Nullable SftpSession session;

    /**
     * The abilities of a server.
     *
     * @param readsBack whether files can be read back and are compared by their content; otherwise by their size
     * @param renames whether files can be renamed, so that no unfinished file ever has its name
     */
    public record SftpRules(boolean readsBack, boolean renames) {}

    /** Creates a channel; nothing is opened before the first parcel. */
    public SftpChannel(SftpServer server, SftpRules rules, RemoteTimeouts timeouts) {
        this.server = server;
        this.rules = rules;
        this.timeouts = timeouts;
    }

    @Override
    public Outcome.Shipped ship(Parcel parcel) throws IOException {
        try {
            SftpUpload upload = new SftpUpload(open().client(), rules);
            Set<String> folders = new HashSet<>();
            for (ParcelFile file : parcel.entries()) {
                String path = parcel.folder() + "/" + file.path();
                createFolders(upload, path, folders);
                upload.put(file, server.path(path));
            }
            return new Outcome.Shipped(server.address() + "/" + parcel.folder(), Map.of());
        } catch (OtherContentException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            close();
            throw SftpFailures.of(server.address(), e);
        }
    }

    /** The folder of the target has to exist: a wrong one is never made. */
    private void createFolders(SftpUpload upload, String path, Set<String> created) throws IOException {
        for (int end = path.indexOf('/'); end > 0; end = path.indexOf('/', end + 1)) {
            String folder = path.substring(0, end);
            if (created.add(folder)) {
                upload.createFolder(server.path(folder));
            }
        }
    }

    private SftpSession open() throws IOException {
        SftpSession open = session;
        if (open != null && open.isOpen()) {
            return open;
        }
        close();
        open = SftpSession.open(server, timeouts);
        session = open;
        return open;
    }

    @Override
    public void close() {
        if (session != null) {
            session.close();
            session = null;
        }
    }
}
