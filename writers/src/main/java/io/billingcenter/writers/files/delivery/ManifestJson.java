package io.billingcenter.writers.files.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
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

    static String write(Manifest manifest) {
        return WRITER.writeValueAsString(manifest) + LINE_END;
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
