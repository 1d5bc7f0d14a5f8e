package io.billingcenter.readers.files.traffic;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.metering.plan.ListedTask.ListedFile;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which traffic files arrive: {@code <root>/<workspace_id>/<billing day>/<name>.csv} or {@code .ndjson},
 * optionally followed by {@code .gz} or {@code .zst}. A file with the place and the name of a traffic file is listed
 * even if it cannot be read; reading it gives the reason.
 */
public final class TrafficFolder {

    /**
     * The files of a workspace-day.
     *
     * @param files files in file order (reading B1): names compared as UTF-8 bytes; empty for an empty folder
     */
    public record ListedDay(WorkspaceDay workspaceDay, List<ListedFile> files) {}

    /** Receives the findings of a walk through the folder. */
    public interface Findings {

        /** Receives the folder of a workspace-day. */
        void day(ListedDay day);

        /** Receives a path that belongs to no workspace-day. */
        void ignored(Path path);

        /**
         * Receives a folder that exists but cannot be listed.
         *
         * @param day null for the folder of the whole workspace
         * @param reason the expected and the found state, with the path
         */
        void unlisted(WorkspaceId workspace, @Nullable BillingDay day, String reason);
    }

    /**
     * The list that a producer may put beside its files. It is not a traffic file, and it is not reported as ignored.
     */
    public static final String PRODUCER_MANIFEST = "MANIFEST.json";

    private final Path root;
    private final FileAccess access;

    /**
     * Opens the folder at that path.
     *
     * @throws IllegalArgumentException if there is no folder
     */
    public TrafficFolder(Path root) {
        this(root, FileAccess.RETRYING);
    }

    /** Opens the folder at that path, read through that access. */
    public TrafficFolder(Path root, FileAccess access) {
        if (!Files.isDirectory(root)) {
            String found = Files.exists(root) ? "something else" : "nothing";
            throw new IllegalArgumentException("Expected the traffic folder at " + root.toAbsolutePath() + ", found "
                    + found + " there; create it or set another path");
        }
        this.root = root;
        this.access = access;
    }

    /** Returns whether a file of that name in the folder of a workspace-day is read: a traffic file, or the producer's list. */
    public static boolean isRead(String name) {
        return TrafficFile.isNamed(name) || name.equals(PRODUCER_MANIFEST);
    }

    /** Returns whether a file of that name in the folder of a workspace-day is a traffic file. */
    public static boolean isTrafficFile(String name) {
        return TrafficFile.isNamed(name);
    }

    /** Returns the folder of a workspace-day, whether or not it exists. */
    public Path folderOf(WorkspaceDay workspaceDay) {
        return root.resolve(workspaceDay.workspace().value())
                .resolve(workspaceDay.day().toString());
    }

    /** Returns whether a workspace-day certainly has no folder: the store is accessible, and nothing is there. */
    public boolean isGone(WorkspaceDay workspaceDay) {
        return Files.notExists(folderOf(workspaceDay), LinkOption.NOFOLLOW_LINKS);
    }

    /** Returns the current traffic files of a workspace-day, in file order; empty if it has no folder. */
    public List<Path> filesOf(WorkspaceDay workspaceDay) throws IOException {
        Path dayFolder = folderOf(workspaceDay);
        if (!Files.isDirectory(dayFolder)) {
            return List.of();
        }
        return new DayFolder(access)
                .files(access.children(dayFolder), ignored -> {}).stream()
                        .map(file -> dayFolder.resolve(file.name()))
                        .toList();
    }

    /** Returns the fault of the name of a listed file, if the name represents one that cannot be decoded. */
    public Optional<String> faultOfName(WorkspaceDay workspaceDay, String listedName) {
        List<Path> children;
        try {
            children = access.children(folderOf(workspaceDay));
        } catch (IOException e) {
            // The name is not at fault.
            return Optional.empty();
        }
        for (Path path : children) {
            if (DayFolder.isUndecodable(path) && DayFolder.listedName(path).equals(listedName)) {
                return Optional.of(
                        "Expected a name that can be decoded in the character set of the system, found the bytes "
                                + listedName
                                + "; start the run in a UTF-8 locale (LC_ALL=C.UTF-8), or rename the file");
            }
        }
        return Optional.empty();
    }

    /**
     * Walks the folder, workspaces in the order of code points and days in date order.
     *
     * @param wanted the days to list; folders of other days are skipped silently
     * @param found receives every folder of a workspace-day
     * @param ignored receives every path that belongs to no workspace-day
     * @throws UnreadableFileException if the root or any folder cannot be listed
     */
    public void list(Predicate<BillingDay> wanted, Consumer<ListedDay> found, Consumer<Path> ignored)
            throws IOException {
        List<String> unlisted = new ArrayList<>();
        list(wanted, 1, new Findings() {
            @Override
            public void day(ListedDay day) {
                found.accept(day);
            }

            @Override
            public void ignored(Path path) {
                ignored.accept(path);
            }

            @Override
            public void unlisted(WorkspaceId workspace, @Nullable BillingDay day, String reason) {
                unlisted.add(reason);
            }
        });
        if (!unlisted.isEmpty()) {
            throw new IOException(unlisted.get(0));
        }
    }

    /**
     * Walks the folder, workspaces in the order of code points and days in date order.
     *
     * @param wanted the days to list; folders of other days are skipped silently
     * @param threads number of threads that share the walk; the findings and their order do not depend on it
     * @param findings receives everything in the thread of the caller
     * @throws UnreadableFileException if the root cannot be listed
     */
    public void list(Predicate<BillingDay> wanted, int threads, Findings findings) throws IOException {
        new TrafficWalk(root, access, wanted).walk(threads, findings);
    }
}
