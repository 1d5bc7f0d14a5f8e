package io.billingcenter.readers.traffic;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file of a workspace-day: what is in it and how it is compressed, by its name.
 *
 * @param name name in the folder of the workspace-day
 */
record TrafficFile(Path path, String name, Content content, Compression compression) {

    /** What a file holds, by the ending of its name. */
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

    /** How a file is compressed, by what follows the ending of its name. */
    enum Compression {
        /** Not at all. */
        NONE("") {
            @Override
            InputStream decompressed(InputStream file) {
                return file;
            }
        },
        /** Gzip members, one behind the other. */
        GZIP(".gz") {
            @Override
            InputStream decompressed(InputStream file) {
                return new GzipMembers(file);
            }
        },
        /** Zstandard frames, one behind the other. */
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

    /** The traffic file at the path, if its name is that of one (reading B1). */
    static Optional<TrafficFile> find(Path path) {
        String name = String.valueOf(path.getFileName());
        for (Content content : Content.values()) {
            for (Compression compression : Compression.values()) {
                if (name.endsWith(content.ending + compression.ending) && !name.startsWith(".")) {
                    return Optional.of(new TrafficFile(path, name, content, compression));
                }
            }
        }
        return Optional.empty();
    }

    /** The traffic file at the path. */
    static TrafficFile at(Path path) {
        return find(path)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Expected a traffic file named *.csv or *.ndjson, also .gz or .zst, found " + path));
    }

    /** Whether reading it may prove it broken. */
    boolean isCompressed() {
        return compression != Compression.NONE;
    }

    /** The decompressed bytes. */
    InputStream open() throws IOException {
        return compression.decompressed(Files.newInputStream(path));
    }

    /**
     * Why the file cannot be decompressed to its end, or null when it can; a compressed file is read once for that.
     *
     * @throws IOException when the disk fails, which says nothing about the file
     */
    @Nullable
    String defect() throws IOException {
        if (!isCompressed()) {
            return null;
        }
        if (Files.size(path) == 0) {
            return "Expected a compressed file, found 0 bytes";
        }
        try (InputStream file = Files.newInputStream(path)) {
            return defectOf(new DiskStream(file));
        } catch (UncheckedIOException e) {
            throw e.getCause();
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

    /** Tells a failing disk from a bad file: what the disk throws passes through the decompression unchecked. */
    private static final class DiskStream extends FilterInputStream {

        DiskStream(InputStream file) {
            super(file);
        }

        @Override
        public int read() {
            try {
                return in.read();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public int read(byte[] block, int offset, int length) {
            try {
                return in.read(block, offset, length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public int available() {
            try {
                return in.available();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            // whoever opened the file closes it
        }
    }
}
