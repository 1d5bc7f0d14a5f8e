package io.billingcenter.writers.files.delivery;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes manifests as JSON: keys in the order of the record, two blanks of indentation, LF on every system.
 */
final class ManifestJson {

    static final String FILE_NAME = "manifest.json";

    private static final String LINE_END = "\n";
    private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", LINE_END);
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();
    private static final ObjectWriter WRITER = MAPPER.writer()
            .with(new DefaultPrettyPrinter().withObjectIndenter(INDENTER).withArrayIndenter(INDENTER));

    private ManifestJson() {}

    /** Returns the text of a manifest of either form. */
    static String text(Record manifest) {
        return WRITER.writeValueAsString(manifest) + LINE_END;
    }

    /** Writes the text of a manifest into a revision, and reads it back. */
    static void write(StagedRevision staged, String manifest) throws IOException {
        try (OutputStream output = staged.createPart(FILE_NAME)) {
            output.write(manifest.getBytes(StandardCharsets.UTF_8));
        }
        String found = Files.readString(staged.part(FILE_NAME));
        if (!found.equals(manifest)) {
            throw new IOException("Expected " + manifest.length() + " characters in " + staged.part(FILE_NAME)
                    + ", found other content");
        }
        staged.keep(FILE_NAME);
    }

    /** Reads the content digest in the manifest of a revision, whichever form it has. */
    static String contentDigest(Path folder) throws IOException {
        Path file = folder.resolve(FILE_NAME);
        try {
            JsonNode digest = MAPPER.readTree(Files.readString(file)).path("contentDigest");
            if (digest.isString()) {
                return digest.stringValue();
            }
        } catch (JacksonException e) {
            throw new IOException("Expected the manifest of a delivery in " + file + ", found " + e.getMessage(), e);
        }
        throw new IOException("Expected the manifest of a delivery in " + file + ", found one without contentDigest");
    }

    /** Reads the manifest in the folder of a revision. */
    static Manifest read(Path folder) throws IOException {
        Path file = folder.resolve(FILE_NAME);
        try {
            return MAPPER.readValue(Files.readString(file), Manifest.class);
        } catch (JacksonException e) {
            throw new IOException("Expected the manifest of a delivery in " + file + ", found " + e.getMessage(), e);
        }
    }
}
