package io.billingcenter.jobs.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A copy of the files of an embedded database, in a folder beside them. */
final class DatabaseCopy {

    private static final List<String> ENDINGS = List.of("script", "properties", "data", "backup", "log", "lobs");

    private final Path database;
    private final FreeSpace freeSpace;

    /** The free space of a folder. */
    @FunctionalInterface
    interface FreeSpace {

        /** Returns the free space in bytes. */
        long bytes(Path folder) throws IOException;
    }

    /** A copy of the database at a path. */
    DatabaseCopy(Path database) {
        this(database, folder -> Files.getFileStore(folder).getUsableSpace());
    }

    DatabaseCopy(Path database, FreeSpace freeSpace) {
        this.database = database;
        this.freeSpace = freeSpace;
    }

    /**
     * Checks that there is space for the copy, and as much again for the upgrade.
     *
     * @throws IllegalArgumentException when there is not
     */
    void requireRoom() {
        try {
            long needed = 0;
            for (Path file : files()) {
                needed += Files.size(file);
            }
            long free = freeSpace.bytes(folder());
            if (free < 2 * needed) {
                throw noRoom("found " + free + " bytes free of the " + 2 * needed + " that are needed", null);
            }
        } catch (IOException e) {
            throw noRoom("found " + e, e);
        }
    }

    /**
     * Writes the copy; it gets its name when it is complete. An earlier copy is not changed.
     *
     * @param suffix text that is added to the name of the database
     * @return the folder of the copy
     * @throws IllegalArgumentException when it cannot be written; no part of it remains then
     */
    Path make(String suffix) {
        Path part = folder().resolve(database.getFileName() + "." + suffix + ".part");
        try {
            delete(part);
            Files.createDirectory(part);
            for (Path file : files()) {
                Path target = part.resolve(String.valueOf(file.getFileName()));
                Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
                try (FileChannel channel = FileChannel.open(target, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
            }
            Path copy = freeName(suffix);
            Files.move(part, copy, StandardCopyOption.ATOMIC_MOVE);
            return copy;
        } catch (IOException e) {
            try {
                delete(part);
            } catch (IOException left) {
                e.addSuppressed(left);
            }
            throw noRoom("found " + e, e);
        }
    }

    private Path freeName(String suffix) {
        Path copy = folder().resolve(database.getFileName() + "." + suffix);
        for (int number = 2; Files.exists(copy); number++) {
            copy = folder().resolve(database.getFileName() + "." + suffix + "-" + number);
        }
        return copy;
    }

    private List<Path> files() {
        List<Path> files = new ArrayList<>();
        for (String ending : ENDINGS) {
            Path file = folder().resolve(database.getFileName() + "." + ending);
            if (Files.exists(file)) {
                files.add(file);
            }
        }
        return files;
    }

    private Path folder() {
        Path folder = database.toAbsolutePath().getParent();
        if (folder == null) {
            throw new UncheckedIOException(new IOException("Expected a folder around " + database));
        }
        return folder;
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> inside = Files.list(folder)) {
                for (Path file : inside.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private IllegalArgumentException noRoom(String found, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "Expected to copy the database at " + database + " beside itself before it is upgraded, " + found
                        + "; nothing was changed. Free space on that disk, or make its folder writable, and give the same"
                        + " command again",
                cause);
    }
}
