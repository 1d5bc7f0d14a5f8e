package io.billingcenter.writers.files.metering;

import io.billingcenter.domain.metering.plan.RemoteFile;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.writers.files.AtomicFile;
import io.billingcenter.writers.files.DurableFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder into which the files of a remote traffic store are copied, an ordinary traffic folder. A copy has the time of change
 * of its {@link RemoteFile}, and appears whole or not at all.
 */
public final class StagingFolder {

    /** Writes the bytes of a file. */
    @FunctionalInterface
    public interface Source {

        /**
         * Writes all bytes.
         *
         * @throws IOException if they cannot be had completely; then there is no copy
         */
        void writeTo(OutputStream to) throws IOException;
    }

    /** The name of the folder beside the staging folder that keeps copies of files that are gone from the store. */
    private static final String GONE = ".gone";
    /** The name of the folder beside the staging folder in which dropped days wait for their removal. */
    private static final String DROPPED = ".dropped";

    private final Path root;

    /** A folder at that path, which is made when a copy is stored. */
    public StagingFolder(Path root) {
        this.root = root;
    }

    /** Returns the folder of a workspace-day. */
    public Path folderOf(WorkspaceDay day) {
        return below(root, day);
    }

    /** Returns whether a workspace-day has a folder. */
    public boolean has(WorkspaceDay day) {
        return Files.exists(folderOf(day), LinkOption.NOFOLLOW_LINKS);
    }

    /** Returns whether the copy of a file is in its place, with its size. */
    public boolean holds(RemoteFile file) {
        try {
            BasicFileAttributes found =
                    Files.readAttributes(path(file), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return found.isRegularFile() && found.size() == file.sizeBytes();
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Stores the copy of a file, in place of an earlier one.
     *
     * @throws IOException if it cannot be stored; an earlier copy is unchanged
     */
    public void store(RemoteFile file, Source source) throws IOException {
        try (AtomicFile copy = AtomicFile.createWithFolders(path(file))) {
            source.writeTo(copy.bytes());
            copy.commit(written -> setChanged(written, file.changed()));
        }
    }

    /** Gives the file of a day the time of change that its copy would have. */
    public void adopt(RemoteFile file) throws IOException {
        setChanged(path(file), file.changed());
    }

    private static void setChanged(Path path, Instant changed) throws IOException {
        Files.setLastModifiedTime(path, FileTime.from(changed));
    }

    /**
     * Puts a link that leads nowhere in the place of a file that the store lists and does not give, so that the file is found and
     * reported as one that cannot be read.
     */
    public void markUnreadable(RemoteFile file) throws IOException {
        Path path = path(file);
        Files.createDirectories(folderOf(file.workspaceDay()));
        Path link = path.resolveSibling("." + file.name() + ".part");
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, Path.of("not-fetched"));
        Files.move(link, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Moves the copy of a file that is gone from the store out of its day; it is kept beside the staging folder. */
    public void setAside(RemoteFile file) throws IOException {
        Path to = below(beside(GONE), file.workspaceDay()).resolve(file.name());
        Files.createDirectories(to.getParent());
        try {
            Files.move(path(file), to, StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException e) {
            // An earlier attempt has moved it, or somebody has removed it.
        }
        DurableFiles.forceFolder(folderOf(file.workspaceDay()));
    }

    /** Removes the copies of a whole workspace-day; its folder disappears at once. */
    public void drop(WorkspaceDay day) throws IOException {
        Path to = beside(DROPPED).resolve(day.workspace() + "." + day.day());
        remove(to);
        Files.createDirectories(to.getParent());
        if (has(day)) {
            Files.move(folderOf(day), to, StandardCopyOption.ATOMIC_MOVE);
            remove(to);
        }
    }

    /** Removes what an interrupted run left of dropped days. */
    public void removeDropped() throws IOException {
        remove(beside(DROPPED));
    }

    private static void remove(Path tree) throws IOException {
        if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> found = Files.walk(tree)) {
            List<Path> deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Path beside(String ending) {
        return root.resolveSibling(root.getFileName() + ending);
    }

    private Path path(RemoteFile file) {
        return folderOf(file.workspaceDay()).resolve(file.name());
    }

    private static Path below(Path folder, WorkspaceDay day) {
        return folder.resolve(day.workspace().value()).resolve(day.day().toString());
    }
}
