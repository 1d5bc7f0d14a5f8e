package io.billingcenter.writers.channels;

import io.billingcenter.domain.digest.Digests;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * A file to be sent.
 *
 * @param path path inside the folder of the parcel
 * @param sha256 lower-case hex digits
 */
public record ParcelFile(String path, long bytes, String sha256, Content content) {

    private static final int BLOCK = 1 << 16;

    /** The content of a file, which may be read several times. */
    @FunctionalInterface
    public interface Content {

        /** Opens the content at its beginning. */
        InputStream open() throws IOException;
    }

    static Content content(Path file) {
        return () -> Files.newInputStream(file);
    }

    static Content content(byte[] bytes) {
        return () -> new ByteArrayInputStream(bytes);
    }

    /** Opens the content at an offset. */
    public InputStream openAt(long offset) throws IOException {
        InputStream input = content.open();
        try {
            input.skipNBytes(offset);
            return input;
        } catch (IOException e) {
            input.close();
            throw e;
        }
    }

    /**
     * Returns the digest of the first bytes.
     *
     * @throws EOFException if there are fewer
     */
    public String sha256OfFirst(long length) throws IOException {
        try (InputStream input = content.open()) {
            return sha256(input, length);
        }
    }

    /**
     * Returns the digest of the next bytes of a stream.
     *
     * @throws EOFException if there are fewer
     */
    public static String sha256(InputStream input, long length) throws IOException {
        MessageDigest digest = Digests.sha256();
        byte[] block = new byte[BLOCK];
        long left = length;
        while (left > 0) {
            int read = input.read(block, 0, (int) Math.min(left, block.length));
            if (read < 0) {
                throw new EOFException("Expected " + length + " bytes, found " + (length - left));
            }
            digest.update(block, 0, read);
            left -= read;
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
