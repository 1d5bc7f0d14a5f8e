package io.billingcenter.readers.files.traffic;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file of a workspace-day, with its content type and compression derived from its name.
 *
 * @param name name in the folder of the workspace-day
 */
record TrafficFile(Path path, String name, Content content, Compression compression, FileAccess access) {

    /** The content type of a file, by the extension of its name. */
    enum Content {
        /** Traffic log, version 1. */
        RECORDS(".csv"),
        /** Hourly metering rows. */
        METERING_ROWS(".ndjson");

        private final String ending;

        Content(String ending) {
            this.ending = ending;
        }
    }

    /** The compression of a file, by the extension after that of the content type. */
    enum Compression {
        /** Uncompressed. */
        NONE("") {
            @Override
            InputStream decompressed(InputStream file) {
                return file;
            }
        },
        /** Concatenated gzip members. */
        GZIP(".gz") {
            @Override
            InputStream decompressed(InputStream file) {
                return new GzipMembers(file);
            }
        },
        /** Concatenated Zstandard frames. */
        ZSTD(".zst") {
            @Override
            InputStream decompressed(InputStream file) {
                return new ZstdFrames(file);
            }
        };

        private final String ending;

        Compression(String ending) {
            this.ending = ending;
        }

        abstract InputStream decompressed(InputStream file);
    }

    private static final int BLOCK_BYTES = 1 << 16;

    private static final List<String> ENDINGS = Stream.of(Content.values())
            .flatMap(content -> Stream.of(Compression.values()).map(compression -> content.ending + compression.ending))
            .toList();

    /** Returns the traffic file at the path, if its name is that of one (reading B1). */
    static Optional<TrafficFile> find(Path path, FileAccess access) {
        String name = String.valueOf(path.getFileName());
        for (Content content : Content.values()) {
            for (Compression compression : Compression.values()) {
                if (name.endsWith(content.ending + compression.ending) && !name.startsWith(".")) {
                    return Optional.of(new TrafficFile(path, name, content, compression, access));
                }
            }
        }
        return Optional.empty();
    }

    /** Returns whether a file of that name in the folder of a workspace-day is a traffic file (reading B1). */
    static boolean isNamed(String name) {
        return !name.startsWith(".") && ENDINGS.stream().anyMatch(name::endsWith);
    }

    /** Returns the traffic file at the path. */
    static TrafficFile at(Path path) {
        return at(path, FileAccess.RETRYING);
    }

    /** Returns the traffic file at the path, read through that access. */
    static TrafficFile at(Path path, FileAccess access) {
        return find(path, access)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Expected a traffic file named *.csv or *.ndjson, also .gz or .zst, found " + path));
    }

    /** Returns whether reading it may prove it broken. */
    boolean isCompressed() {
        return compression != Compression.NONE;
    }

    /**
     * Returns the attributes of the file.
     *
     * @throws UnreadableFileException if it cannot be inspected, or is not a file
     */
    BasicFileAttributes attributes() throws IOException {
        BasicFileAttributes attributes;
        try {
            attributes = access.attributes(path);
        } catch (IOException e) {
            throw UnreadableFileException.of(path, e);
        }
        if (!attributes.isRegularFile()) {
            // Opening a pipe would block forever.
            throw UnreadableFileException.noFile(path, attributes.isDirectory() ? "a folder" : "something else");
        }
        return attributes;
    }

    /** Opens the decompressed bytes. */
    InputStream open() throws IOException {
        return compression.decompressed(raw(attributes()));
    }

    /**
     * The bytes as they are on disk; a fault of the disk is an {@link UnreadableFileException}, also while they are read.
     *
     * @param attributes the attributes that the file has
     */
    InputStream raw(BasicFileAttributes attributes) throws IOException {
        try {
            return new DiskStream(access.open(path, attributes), path);
        } catch (IOException e) {
            throw UnreadableFileException.of(path, e);
        }
    }

    /**
     * The reason why the file cannot be decompressed to its end, or null when it can; a compressed file is read once
     * for that.
     *
     * @throws UnreadableFileException when the disk fails, which says nothing about the content
     */
    @Nullable
    String defect() throws IOException {
        if (!isCompressed()) {
            return null;
        }
        BasicFileAttributes attributes = attributes();
        if (attributes.size() == 0) {
            return "Expected a compressed file, found 0 bytes";
        }
        DiskStream file = (DiskStream) raw(attributes);
        try (file) {
            String defect = defectOf(file);
            if (file.fault != null) {
                throw file.fault;
            }
            return defect;
        }
    }

    private @Nullable String defectOf(InputStream file) {
        byte[] block = new byte[BLOCK_BYTES];
        try (InputStream text = compression.decompressed(file)) {
            while (text.read(block) >= 0) {
                // only the end is of interest
            }
            return null;
        } catch (IOException e) {
            return "Expected a file that can be decompressed to its end, found: " + e.getMessage();
        }
    }

    /** Distinguishes a failing disk from a bad file, also when a decompressor hides the exception of the disk. */
    private static final class DiskStream extends FilterInputStream {

        private final Path path;
        private @Nullable UnreadableFileException fault;

        DiskStream(InputStream file, Path path) {
            super(file);
            this.path = path;
        }

        @Override
        public int read() throws IOException {
            try {
                return in.read();
            } catch (IOException e) {
                throw failed(e);
            }
        }

        @Override
        public int read(byte[] block, int offset, int length) throws IOException {
            try {
                return in.read(block, offset, length);
            } catch (IOException e) {
                throw failed(e);
            }
        }

        private UnreadableFileException failed(IOException e) {
            UnreadableFileException failed = UnreadableFileException.of(path, e);
            fault = failed;
            return failed;
        }
    }
}
