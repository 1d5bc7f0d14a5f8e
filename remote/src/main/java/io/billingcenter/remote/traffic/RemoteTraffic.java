package io.billingcenter.remote.traffic;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.metering.plan.RemoteFile;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.NavigableSet;

/**
 * A traffic store on another machine: {@code <workspace_id>/<billing day>/<name>} below an address. Several threads may use it
 * at once. Failed calls throw {@link io.billingcenter.remote.RemoteException}; they are not repeated here.
 */
public interface RemoteTraffic extends Closeable {

    /** Returns the address, without any secret. */
    String address();

    /** Returns the address of a file, for people. */
    default String address(WorkspaceDay day, String name) {
        return address() + "/" + day.workspace() + "/" + day.day() + "/" + name;
    }

    /** Returns whether the store shows files that are still being written. */
    boolean showsParts();

    /**
     * Returns the workspaces that have files; other names are left out.
     *
     * @throws IOException if they cannot be listed completely
     */
    NavigableSet<WorkspaceId> workspaces() throws IOException;

    /**
     * Returns the files of a workspace for some billing days. Names that begin with a dot or end in {@code .part} are left out.
     *
     * @param first first billing day
     * @param last last billing day, included
     * @throws IOException if they cannot be listed completely
     */
    List<RemoteFile> files(WorkspaceId workspace, BillingDay first, BillingDay last) throws IOException;

    /**
     * Copies the bytes of a file, exactly as many as were listed.
     *
     * @throws ChangedFileException if the store no longer has the file in that version
     * @throws IOException if the bytes do not arrive completely
     */
    void fetch(RemoteFile file, OutputStream to) throws IOException;

    /**
     * Writes a file once, and returns it as the store lists it.
     *
     * @throws IllegalArgumentException if the store has another content under that name
     */
    RemoteFile put(WorkspaceDay day, String name, byte[] content) throws IOException;

    /** Removes a file; returns whether it was there. */
    boolean remove(WorkspaceDay day, String name) throws IOException;

    /** Returns whether a name is that of a file that is whole or may become so. */
    static boolean isFile(String name) {
        return !name.isEmpty() && !name.startsWith(".") && !name.endsWith(".part");
    }
}
