package io.billingcenter.writers.files.document;

import io.billingcenter.domain.digest.Digests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The documents of a month that were rendered but not published yet, in a hidden folder, so that a run after one that was cut off
 * does not render them again. A file is named by the digest of everything it depends on, and begins with the digest of its bytes:
 * it is used only if both agree. Threads may share it.
 */
public final class RenderedFiles {

    private static final int DIGEST_CHARACTERS = 64;

    private final Path folder;

    /** Keeps files in a folder, which is created with the first one. */
    public RenderedFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * Returns the rendered bytes of a page; empty if they are not there, or not as they were written.
     *
     * @throws IOException if the file exists and cannot be read
     */
    Optional<byte[]> find(DocumentPage page) throws IOException {
        Path file = folder.resolve(page.digest());
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        byte[] content = Files.readAllBytes(file);
        if (content.length < DIGEST_CHARACTERS) {
            return Optional.empty();
        }
        byte[] bytes = Arrays.copyOfRange(content, DIGEST_CHARACTERS, content.length);
        String digest = new String(content, 0, DIGEST_CHARACTERS, StandardCharsets.US_ASCII);
        return digest.equals(Digests.sha256(bytes)) ? Optional.of(bytes) : Optional.empty();
    }

    /**
     * Keeps the rendered bytes of a page.
     *
     * @throws IOException if they cannot be written
     */
    void keep(DocumentPage page, byte[] bytes) throws IOException {
        Files.createDirectories(folder);
        byte[] digest = Digests.sha256(bytes).getBytes(StandardCharsets.US_ASCII);
        byte[] content = Arrays.copyOf(digest, digest.length + bytes.length);
        System.arraycopy(bytes, 0, content, digest.length, bytes.length);
        // Not forced to the disk: a file that did not reach it is found out by its digest.
        Path part = Files.createTempFile(folder, page.digest(), ".part");
        Files.write(part, content);
        Files.move(
                part,
                folder.resolve(page.digest()),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Removes the folder with its files.
     *
     * @throws IOException if it cannot be removed
     */
    public void remove() throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> insideFirst;
        try (Stream<Path> paths = Files.walk(folder)) {
            insideFirst = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : insideFirst) {
            Files.delete(path);
        }
    }
}
