package io.billingcenter.jobs.metering;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.domain.metering.plan.ListedTask.ListedFile;
import io.billingcenter.domain.metering.plan.RemoteFile;
import io.billingcenter.domain.metering.plan.StagedFile;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.jobs.launch.Folders;
import io.billingcenter.jobs.launch.RemoteStore;
import io.billingcenter.readers.files.traffic.TrafficFolder;
import io.billingcenter.readers.files.traffic.TrafficFolder.ListedDay;
import io.billingcenter.readers.tables.metering.StagedFileReader;
import io.billingcenter.remote.traffic.RemoteTraffic;
import io.billingcenter.writers.files.metering.StagingFolder;
import io.billingcenter.writers.tables.metering.StagedFileWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The copies of traffic files from another machine that were dropped after they were read. All methods do nothing, and find nothing,
 * if the traffic is in a folder of this machine.
 */
@Lazy
@Component
public class StagedCopies {

    private final JdbcTemplate jdbc;
    private final Folders folders;
    private final int threads;

    StagedCopies(JdbcTemplate jdbc, Folders folders, BillingSettings settings) {
        this.jdbc = jdbc;
        this.folders = folders;
        this.threads = settings.staging().threads();
    }

    /**
     * Returns the workspace-days whose copies were dropped, as a walk through the folder would list them, workspaces in order.
     *
     * @param last last billing day, included
     */
    List<ListedDay> dropped(BillingDay first, BillingDay last) {
        List<ListedDay> days = new ArrayList<>();
        if (folders.remoteTraffic() != null) {
            StagingFolder staging = staging();
            new StagedFileReader(jdbc).dropped(first, last).forEach((day, files) -> {
                if (!staging.has(day)) {
                    days.add(new ListedDay(day, listed(files)));
                }
            });
        }
        return days;
    }

    private static List<ListedFile> listed(List<StagedFile> files) {
        return files.stream()
                .map(StagedFile::file)
                .filter(file -> TrafficFolder.isTrafficFile(file.name()))
                .map(file -> new ListedFile(file.name(), file.sizeBytes(), file.changed()))
                .toList();
    }

    /**
     * Fetches the dropped copies of some workspace-days again, in the versions that were read, and stores that they are there.
     *
     * @throws IOException if the store no longer has a version, or cannot be reached
     */
    public void bringBack(Collection<WorkspaceDay> days) throws IOException {
        RemoteStore store = folders.remoteTraffic();
        if (store == null) {
            return;
        }
        List<StagedFile> files = droppedOf(days);
        if (!files.isEmpty()) {
            fetch(store, files, staging());
            new StagedFileWriter(jdbc)
                    .store(files.stream().map(file -> file.withFetched(true)).toList());
        }
    }

    /** Fetches the dropped copies of a billing day again ({@link #bringBack(Collection)}). */
    public void bringBack(BillingDay day) throws IOException {
        if (folders.remoteTraffic() != null) {
            bringBack(new StagedFileReader(jdbc).dropped(day, day).keySet());
        }
    }

    /**
     * Returns a folder with the files of some workspace-days, for a query: the ordinary one, or one with copies that live as long as
     * it is open if any of them were dropped.
     *
     * @throws IOException if the store no longer has a version, or cannot be reached
     */
    public OpenCopies open(Collection<WorkspaceDay> days) throws IOException {
        RemoteStore store = folders.remoteTraffic();
        List<StagedFile> files = store == null ? List.of() : droppedOf(days);
        return store == null || files.isEmpty()
                ? OpenCopies.of(folders.traffic())
                : OpenCopies.fetched(folders.traffic(), days, to -> fetch(store, files, new StagingFolder(to)));
    }

    /**
     * Puts a file of the folder into the store as well, unless it is there, so that other machines and later listings find it.
     *
     * @throws IllegalArgumentException if the store has another content under that name
     */
    public void putBack(WorkspaceDay day, String name) throws IOException {
        RemoteStore store = folders.remoteTraffic();
        if (store == null) {
            return;
        }
        StagingFolder staging = staging();
        byte[] content = Files.readAllBytes(staging.folderOf(day).resolve(name));
        try (RemoteTraffic remote = store.open()) {
            RemoteFile file = calls().call(content, bytes -> remote.put(day, name, bytes));
            staging.adopt(file);
            new StagedFileWriter(jdbc).store(List.of(new StagedFile(file, true, true)));
        }
    }

    /** Removes a file from the store, and what is known about it. */
    public void remove(WorkspaceDay day, String name) throws IOException {
        RemoteStore store = folders.remoteTraffic();
        if (store == null) {
            return;
        }
        try (RemoteTraffic remote = store.open()) {
            calls().call(name, file -> remote.remove(day, file));
        }
        List<StagedFile> known = new StagedFileReader(jdbc)
                .of(day).stream()
                        .filter(staged -> staged.file().name().equals(name))
                        .toList();
        new StagedFileWriter(jdbc).forget(known);
    }

    private RemoteCalls calls() {
        return new RemoteCalls(threads, RemoteCalls.SLEEP);
    }

    private List<StagedFile> droppedOf(Collection<WorkspaceDay> days) {
        StagedFileReader known = new StagedFileReader(jdbc);
        StagingFolder staging = staging();
        return days.stream()
                .distinct()
                .filter(day -> !staging.has(day))
                .flatMap(day -> known.of(day).stream())
                .filter(file -> !file.fetched())
                .toList();
    }

    private void fetch(RemoteStore store, List<StagedFile> files, StagingFolder to) throws IOException {
        try (RemoteTraffic remote = store.open()) {
            List<RemoteFile> wanted = files.stream().map(StagedFile::file).toList();
            for (RemoteFetch.Result result : new RemoteFetch(remote, calls(), to).fetch(wanted)) {
                if (result.outcome() != RemoteFetch.Outcome.FETCHED) {
                    throw new IOException(result.reason() + "; the copy of " + result.file()
                            + " was dropped after it was read, so put that version back into the store");
                }
            }
        }
    }

    private StagingFolder staging() {
        return new StagingFolder(folders.traffic());
    }
}
