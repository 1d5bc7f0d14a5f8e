package io.billingcenter.writers.files.document;

import io.billingcenter.domain.digest.Digests;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * The font files of documents. The shipped font has the characters of GB 2312 and of Western names; the second one has those of
 * GBK, is large and may be missing, and is read when a document needs it.
 */
final class FontFiles {

    static final String SHIPPED = "fonts/NotoSansSC-GB2312-Regular.ttf";
    static final String RARE = "fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf";

    private FontFiles() {}

    /** Returns the bytes of the shipped font. */
    static byte[] shipped() {
        return Shipped.BYTES;
    }

    /** Returns the digest of the shipped font. */
    static String shippedDigest() {
        return Shipped.DIGEST;
    }

    /** Returns the bytes of the second font; null if it is not on the class path. */
    static byte @Nullable [] rare() {
        return Rare.BYTES;
    }

    /** Returns whether the second font is on the class path. */
    static boolean hasRare() {
        return FontFiles.class.getClassLoader().getResource(RARE) != null;
    }

    private static byte @Nullable [] read(String name) {
        try (InputStream in = FontFiles.class.getClassLoader().getResourceAsStream(name)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to read the font " + name + " on the class path", e);
        }
    }

    /** The shipped font, which is read with the first document. */
    private static final class Shipped {

        static final byte[] BYTES = bytes();
        static final String DIGEST = Digests.sha256(BYTES);

        private static byte[] bytes() {
            byte[] bytes = read(SHIPPED);
            if (bytes == null) {
                throw new IllegalStateException("Expected the font " + SHIPPED + " on the class path, found none");
            }
            return bytes;
        }
    }

    /** The second font, which is read with the first document that needs it. */
    private static final class Rare {

        static final byte @Nullable [] BYTES = read(RARE);
    }
}
