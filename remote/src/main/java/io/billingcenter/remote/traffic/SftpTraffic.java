package io.billingcenter.remote.traffic;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.metering.plan.RemoteFile;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.remote.RemoteException;
import io.billingcenter.remote.RemoteTimeouts;
import io.billingcenter.remote.sftp.SftpFailures;
import io.billingcenter.remote.sftp.SftpServer;
import io.billingcenter.remote.sftp.SftpSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.Attributes;
import org.apache.sshd.sftp.client.SftpClient.DirEntry;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/** Traffic logs on an SFTP server. Each thread that calls it at the same time has a session of its own. */
public final class SftpTraffic implements RemoteTraffic {

    private static final int READ_BYTES = 1 << 15;

    private final SftpServer server;
    private final RemoteTimeouts timeouts;
    private final Deque<SftpSession> idle = new ConcurrentLinkedDeque<>();

    private interface Call<T> {
        T on(SftpClient client) throws IOException;
    }

    /** A store on that server; connects when it is first used. */
    public SftpTraffic(SftpServer server, RemoteTimeouts timeouts) {
        this.server = server;
        this.timeouts = timeouts;
    }

    @Override
    public String address() {
        return server.address();
    }

    @Override
    public boolean showsParts() {
        return true;
    }

    @Override
    public NavigableSet<WorkspaceId> workspaces() throws IOException {
        return call(client -> {
            NavigableSet<WorkspaceId> workspaces = new TreeSet<>();
            for (DirEntry entry : client.readEntries(server.folder())) {
                StorePaths.workspace(entry.getFilename()).ifPresent(workspaces::add);
            }
            return workspaces;
        });
    }

    @Override
    public List<RemoteFile> files(WorkspaceId workspace, BillingDay first, BillingDay last) throws IOException {
        return call(client -> {
            List<RemoteFile> files = new ArrayList<>();
            for (DirEntry folder : entries(client, server.path(workspace.value()))) {
                Optional<BillingDay> day = StorePaths.day(folder.getFilename());
                if (day.isPresent() && !day.get().isBefore(first) && !last.isBefore(day.get())) {
                    addFiles(client, new WorkspaceDay(workspace, day.get()), files);
                }
            }
            return files;
        });
    }

    private void addFiles(SftpClient client, WorkspaceDay day, List<RemoteFile> files) throws IOException {
        for (DirEntry entry : entries(client, folder(day))) {
            String name = entry.getFilename();
            if (!RemoteTraffic.isFile(name)) {
                continue;
            }
            Attributes attributes = entry.getAttributes();
            if (attributes.isSymbolicLink()) {
                attributes = client.stat(path(day, name));
            }
            if (attributes.isRegularFile()) {
                files.add(listed(day, name, attributes));
            }
        }
    }

    /** Returns the entries of a folder; none if it disappeared since the folder above was listed, or is no folder. */
    private static Iterable<DirEntry> entries(SftpClient client, String folder) throws IOException {
        try {
            return client.readEntries(folder);
        } catch (IOException | UncheckedIOException e) {
            Throwable answer = e instanceof UncheckedIOException ? e.getCause() : e;
            if (answer instanceof SftpException refused
                    && (isNotThere(refused) || refused.getStatus() == SftpConstants.SSH_FX_NOT_A_DIRECTORY)) {
                return List.of();
            }
            throw e;
        }
    }

    @Override
    public void fetch(RemoteFile file, OutputStream to) throws IOException {
        String address = address(file.workspaceDay(), file.name());
        String path = path(file.workspaceDay(), file.name());
        call(client -> {
            requireListed(address, file, client, path);
            try (InputStream from = client.read(path, READ_BYTES)) {
                ExactOutput.copy(address, file, from, to);
            }
            requireListed(address, file, client, path);
            return file;
        });
    }

    /** Checks the file before and after it is read, since the protocol has no version to read. */
    private static void requireListed(String address, RemoteFile file, SftpClient client, String path)
            throws IOException {
        RemoteFile now;
        try {
            now = listed(file.workspaceDay(), file.name(), client.stat(path));
        } catch (SftpException e) {
            if (isNotThere(e)) {
                throw new ChangedFileException(address, file, "nothing");
            }
            throw e;
        }
        if (!now.equals(file)) {
            throw new ChangedFileException(address, file, now.sizeBytes() + " bytes of " + now.modified());
        }
    }

    @Override
    public RemoteFile put(WorkspaceDay day, String name, byte[] content) throws IOException {
        String path = path(day, name);
        String part = path(day, "." + name + ".part");
        return call(client -> {
            Optional<byte[]> there = content(client, path);
            if (there.isEmpty()) {
                makeFolder(client, server.path(day.workspace().value()));
                makeFolder(client, folder(day));
                try (OutputStream to = client.write(part, OpenMode.Write, OpenMode.Create, OpenMode.Truncate)) {
                    to.write(content);
                }
                client.rename(part, path);
            } else if (!Arrays.equals(there.get(), content)) {
                throw StorePaths.otherContent(address(day, name));
            }
            return listed(day, name, client.stat(path));
        });
    }

    private static Optional<byte[]> content(SftpClient client, String path) throws IOException {
        try (InputStream from = client.read(path, READ_BYTES)) {
            return Optional.of(from.readAllBytes());
        } catch (SftpException e) {
            if (isNotThere(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static void makeFolder(SftpClient client, String folder) throws IOException {
        try {
            client.stat(folder);
        } catch (SftpException e) {
            if (!isNotThere(e)) {
                throw e;
            }
            client.mkdir(folder);
        }
    }

    @Override
    public boolean remove(WorkspaceDay day, String name) throws IOException {
        return call(client -> {
            try {
                client.remove(path(day, name));
                return true;
            } catch (SftpException e) {
                if (isNotThere(e)) {
                    return false;
                }
                throw e;
            }
        });
    }

    @Override
    public void close() {
        for (SftpSession session = idle.poll(); session != null; session = idle.poll()) {
            session.close();
        }
    }

    /** Calls the server in a session that no other thread uses; a session in which a call failed is not used again. */
    private <T> T call(Call<T> call) throws IOException {
        SftpSession session = idle.poll();
        if (session == null || !session.isOpen()) {
            if (session != null) {
                session.close();
            }
            session = SftpSession.open(server, timeouts);
        }
        try {
            T result = call.on(session.client());
            idle.push(session);
            return result;
        } catch (ChangedFileException | RemoteException | IllegalArgumentException e) {
            session.close();
            throw e;
        } catch (IOException | RuntimeException e) {
            session.close();
            throw SftpFailures.of(server.address(), e);
        }
    }

    private static boolean isNotThere(SftpException answer) {
        return answer.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE
                || answer.getStatus() == SftpConstants.SSH_FX_NO_SUCH_PATH;
    }

    private static RemoteFile listed(WorkspaceDay day, String name, Attributes attributes) {
        return new RemoteFile(
                day, name, attributes.getSize(), attributes.getModifyTime().toInstant(), "");
    }

    private String folder(WorkspaceDay day) {
        return server.path(day.workspace() + "/" + day.day());
    }

    private String path(WorkspaceDay day, String name) {
        return folder(day) + "/" + name;
    }
}
