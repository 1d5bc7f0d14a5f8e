package io.billingcenter.readers.traffic;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.ListedTask.ListedFile;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which traffic files arrive: {@code <root>/<workspace_id>/<billing day>/<name>.csv} or {@code .ndjson},
 * also followed by {@code .gz} or {@code .zst}.
 */
public final class TrafficFolder {

    /**
     * The files of a workspace-day.
     *
     * @param files in file order (reading B1): names compared as UTF-8 bytes; empty for an empty folder
     */
    public record ListedDay(WorkspaceDay workspaceDay, List<ListedFile> files) {}

    /** The list that a producer may lay beside its files; no traffic file, and not reported as something strange. */
    public static final String PRODUCERS_LIST = "MANIFEST.json";

    /** Unsigned UTF-8 bytes, which is the order of code points and not that of {@link String#compareTo}. */
    static final Comparator<String> FILE_ORDER = (left, right) ->
            Arrays.compareUnsigned(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));

    /** What the JVM puts for bytes of a name that its own charset has no character for. */
    private static final char UNKNOWN_CHARACTER = '\uFFFD';

    private final Path root;

    /**
     * The folder at that path.
     *
     * @throws IllegalArgumentException when there is no folder
     */
    public TrafficFolder(Path root) {
        if (!Files.isDirectory(root)) {
            String found = Files.exists(root) ? "something else" : "nothing";
            throw new IllegalArgumentException("Expected the traffic folder at " + root.toAbsolutePath() + ", found "
                    + found + " there; create it or set another path");
        }
        this.root = root;
    }

    /** The folder of a workspace-day, whether it exists or not. */
    public Path folderOf(WorkspaceDay workspaceDay) {
        return root.resolve(workspaceDay.workspace().value())
                .resolve(workspaceDay.day().toString());
    }

    /** The traffic files of a workspace-day that lie there now, in file order; none when it has no folder. */
    public List<Path> filesOf(WorkspaceDay workspaceDay) throws IOException {
        Path dayFolder = folderOf(workspaceDay);
        if (!Files.isDirectory(dayFolder)) {
            return List.of();
        }
        return files(dayFolder, ignored -> {}).stream()
                .map(file -> dayFolder.resolve(file.name()))
                .toList();
    }

    /**
     * Walks the folder, workspaces in the order of code points and days in theirs.
     *
     * @param wanted the days to be listed; folders of others are passed over in silence
     * @param found takes every folder of a workspace-day
     * @param ignored takes every path that belongs to no workspace-day
     */
    public void list(Predicate<BillingDay> wanted, Consumer<ListedDay> found, Consumer<Path> ignored)
            throws IOException {
        for (Path workspaceFolder : children(root)) {
            WorkspaceId workspace = Files.isDirectory(workspaceFolder) ? workspaceOf(workspaceFolder) : null;
            if (workspace == null) {
                ignored.accept(workspaceFolder);
                continue;
            }
            for (Path dayFolder : children(workspaceFolder)) {
                BillingDay day = Files.isDirectory(dayFolder) ? dayOf(dayFolder) : null;
                if (day == null) {
                    ignored.accept(dayFolder);
                } else if (wanted.test(day)) {
                    found.accept(new ListedDay(new WorkspaceDay(workspace, day), files(dayFolder, ignored)));
                }
            }
        }
    }

    private static List<ListedFile> files(Path dayFolder, Consumer<Path> ignored) throws IOException {
        List<ListedFile> files = new ArrayList<>();
        for (Path path : children(dayFolder)) {
            String name = name(path);
            if (name.equals(PRODUCERS_LIST)) {
                continue;
            }
            boolean readable = TrafficFile.find(path).isPresent() && name.indexOf(UNKNOWN_CHARACTER) < 0;
            BasicFileAttributes attributes = readable ? attributesOf(path) : null;
            if (attributes == null || !attributes.isRegularFile()) {
                ignored.accept(path);
            } else {
                files.add(new ListedFile(
                        name, attributes.size(), attributes.lastModifiedTime().toInstant()));
            }
        }
        return files;
    }

    /** The attributes of what the path leads to; null for a link that leads nowhere. */
    private static @Nullable BasicFileAttributes attributesOf(Path path) throws IOException {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class);
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(children::add);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
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

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
