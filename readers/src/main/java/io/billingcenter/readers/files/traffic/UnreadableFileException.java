package io.billingcenter.readers.files.traffic;

import io.billingcenter.domain.metering.fold.FileFault;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Thrown when a traffic file, or a folder of traffic files, exists by its name but cannot be read. */
public final class UnreadableFileException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final String reason;

    private UnreadableFileException(Path path, String reason, IOException cause) {
        super(reason + "; path " + path, cause);
        this.file = String.valueOf(path.getFileName());
        this.reason = reason;
    }

    /** Returns the exception for a file that cannot be read for that reason. */
    static UnreadableFileException of(Path path, IOException cause) {
        if (cause instanceof UnreadableFileException known) {
            return known;
        }
        if (cause instanceof NoSuchFileException && Files.isSymbolicLink(path)) {
            return noFile(path, "a broken link");
        }
        return new UnreadableFileException(path, FileFault.NOT_READ + ", found " + found(path, cause), cause);
    }

    /** Returns the exception for a path with the name of a traffic file that is not a file. */
    static UnreadableFileException noFile(Path path, String found) {
        return new UnreadableFileException(path, "Expected a file, found " + found, new IOException(found));
    }

    /** Returns the name of the file in its folder. */
    public String file() {
        return file;
    }

    /** Returns the expected and the found state, in a sentence without the path. */
    public String reason() {
        return reason;
    }

    /** Describes the obstacle to reading a file or folder, for people. */
    static String found(Path path, IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "no right to read it; give the user of the run that right";
        }
        if (cause instanceof FileSystemException known && known.getReason() != null) {
            return "a fault of the file system: " + known.getReason();
        }
        if (cause instanceof NoSuchFileException) {
            return Files.isSymbolicLink(path)
                    ? "a broken link"
                    : Files.exists(path, LinkOption.NOFOLLOW_LINKS)
                            ? "nothing, although it exists now"
                            : "nothing: it has disappeared since the folder was listed";
        }
        String message = cause.getMessage();
        return "a fault of the file system: "
                + (message == null ? cause.getClass().getSimpleName() : message);
    }
}
