package io.billingcenter.readers.files.traffic;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.metering.plan.ListedTask.ListedFile;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /** Orders by unsigned UTF-8 bytes, which is the order of code points, unlike {@link String#compareTo}. */
    static final Comparator<String> FILE_ORDER = (left, right) ->
            Arrays.compareUnsigned(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));

    /** The character that the JVM substitutes for bytes of a name that its charset cannot decode. */
    private static final char UNKNOWN_CHARACTER = '\uFFFD';

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
        return files(dayFolder, ignored -> {}).stream()
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
            if (isUndecodable(path) && escaped(path).equals(listedName)) {
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
        list(wanted, new Findings() {
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
     * @throws UnreadableFileException if the root cannot be listed
     */
    public void list(Predicate<BillingDay> wanted, Findings findings) throws IOException {
        List<Path> workspaceFolders;
        try {
            workspaceFolders = children(root);
        } catch (IOException e) {
            throw UnreadableFileException.of(root, e);
        }
        for (Path workspaceFolder : workspaceFolders) {
            WorkspaceId workspace = workspaceOf(workspaceFolder);
            if (workspace == null) {
                findings.ignored(workspaceFolder);
                continue;
            }
            List<Path> dayFolders = childrenOf(workspaceFolder, workspace, null, findings);
            for (Path dayFolder : dayFolders == null ? List.<Path>of() : dayFolders) {
                BillingDay day = dayOf(dayFolder);
                if (day == null) {
                    findings.ignored(dayFolder);
                } else if (wanted.test(day)) {
                    listDay(dayFolder, new WorkspaceDay(workspace, day), findings);
                }
            }
        }
    }

    private void listDay(Path dayFolder, WorkspaceDay workspaceDay, Findings findings) {
        List<Path> children = childrenOf(dayFolder, workspaceDay.workspace(), workspaceDay.day(), findings);
        if (children != null) {
            findings.day(new ListedDay(workspaceDay, files(children, findings::ignored)));
        }
    }

    /** Returns the children of a folder; null if it is not a folder, has disappeared, or cannot be listed. */
    private @Nullable List<Path> childrenOf(
            Path folder, WorkspaceId workspace, @Nullable BillingDay day, Findings findings) {
        try {
            if (access.attributes(folder).isDirectory()) {
                return children(folder);
            }
            findings.ignored(folder);
        } catch (IOException e) {
            boolean gone = e instanceof NoSuchFileException && Files.notExists(folder, LinkOption.NOFOLLOW_LINKS);
            if (!gone) {
                findings.unlisted(
                        workspace,
                        day,
                        "Expected the folder " + folder + " to be listed, found "
                                + UnreadableFileException.found(folder, e));
            }
        }
        return null;
    }

    private List<ListedFile> files(Path dayFolder, Consumer<Path> ignored) throws IOException {
        return files(children(dayFolder), ignored);
    }

    private List<ListedFile> files(List<Path> children, Consumer<Path> ignored) {
        List<ListedFile> files = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Path path : children) {
            String name = listedName(path);
            if (name.equals(PRODUCER_MANIFEST)) {
                continue;
            }
            if (TrafficFile.find(path, access).isEmpty() || !names.add(name)) {
                ignored.accept(path);
            } else {
                files.add(listed(path, name));
            }
        }
        files.sort(Comparator.comparing(ListedFile::name, FILE_ORDER));
        return files;
    }

    /** Returns the file with its attributes, or without size and time if it cannot be inspected. */
    private ListedFile listed(Path path, String name) {
        if (!isUndecodable(path)) {
            try {
                BasicFileAttributes attributes = access.attributes(path);
                if (attributes.isRegularFile()) {
                    return new ListedFile(
                            name,
                            attributes.size(),
                            attributes.lastModifiedTime().toInstant());
                }
            } catch (IOException e) {
                // Reading it fails as well, and reports the reason.
            }
        }
        return ListedFile.notSeen(name);
    }

    private List<Path> children(Path folder) throws IOException {
        List<Path> children = new ArrayList<>(access.children(folder));
        children.sort(Comparator.comparing(TrafficFolder::name, FILE_ORDER));
        return children;
    }

    private static @Nullable WorkspaceId workspaceOf(Path folder) {
        try {
            return new WorkspaceId(name(folder));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable BillingDay dayOf(Path folder) {
        try {
            return BillingDay.parse(name(folder));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean isUndecodable(Path path) {
        return name(path).indexOf(UNKNOWN_CHARACTER) >= 0;
    }

    /**
     * Returns the name. A name that cannot be decoded is shown by its bytes, with those outside of ASCII encoded as in
     * a URL: {@code %C8%D5.csv}.
     */
    private static String listedName(Path path) {
        return isUndecodable(path) ? escaped(path) : name(path);
    }

    private static String escaped(Path path) {
        String address = path.toUri().getRawPath();
        return address.substring(address.lastIndexOf('/', address.length() - 2) + 1);
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
