package io.billingcenter.readers.files.traffic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The producer's list of its traffic files: {@code MANIFEST.json} in the folder of the workspace-day.
 *
 * @param files all files of the workspace-day
 */
public record ProducerManifest(List<Listed> files) {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /**
     * A file as listed by its producer; values that are not given are not compared.
     *
     * @param bytes size of the file as it is sent, compressed or not
     */
    public record Listed(
            String name,
            @Nullable Long records,
            @Nullable Long bytes,
            @Nullable String sha256) {}

    /**
     * Reads the list at the path.
     *
     * @throws IOException if it cannot be read, or is not such a list
     */
    public static ProducerManifest read(Path path) throws IOException {
        return parse(Files.readString(path));
    }

    /**
     * Returns the list in that text.
     *
     * @throws IOException if it is not such a list
     */
    public static ProducerManifest parse(String text) throws IOException {
        try {
            ProducerManifest list = MAPPER.readValue(text, ProducerManifest.class);
            if (list.files() == null || list.files().stream().anyMatch(file -> file.name() == null)) {
                throw new IOException("no files with names");
            }
            return list;
        } catch (JacksonException e) {
            throw new IOException(String.valueOf(e.getOriginalMessage()), e);
        }
    }
}
