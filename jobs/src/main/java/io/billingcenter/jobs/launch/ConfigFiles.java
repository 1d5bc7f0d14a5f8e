package io.billingcenter.jobs.launch;

import io.billingcenter.config.BillingSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The files beside the settings, which an operator may change. The program has one of each of its own, for an installation whose
 * folder lacks them.
 *
 * @param home folder against which relative paths are resolved
 */
public record ConfigFiles(Path home) {

    /**
     * Returns the content of a file.
     *
     * @param setting name of the setting with the path
     * @param path path of the file
     * @param own path of the file that the program has of its own, {@code config/} and a name
     * @throws IllegalArgumentException if another path is set and there is no file
     */
    public byte[] read(String setting, String path, String own) {
        Path file = home.resolve(path);
        try {
            if (Files.exists(file)) {
                return Files.readAllBytes(file);
            }
            if (!path.equals(own)) {
                throw new IllegalArgumentException("Expected the file of " + setting + " at " + file
                        + ", found nothing there; create it or correct the setting");
            }
            return own(own.substring(own.indexOf('/')));
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to read " + file + "; check its rights", e);
        }
    }

    private static byte[] own(String resource) throws IOException {
        try (InputStream input = BillingSettings.class.getResourceAsStream(resource)) {
            if (input == null) {
                throw new IOException("Expected " + resource + " in the program, found nothing");
            }
            return input.readAllBytes();
        }
    }
}
