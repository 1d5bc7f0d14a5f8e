package io.billingcenter.writers.files.archive;

import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Writes values of JSON, each on a line of its own. */
final class JsonLines {

    private static final ObjectWriter WRITER = JsonMapper.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build()
            .writer()
            .withRootValueSeparator("\n");

    private JsonLines() {}

    /** Returns a generator of lines. Closing it leaves the target open. */
    static JsonGenerator to(OutputStream target) {
        return WRITER.createGenerator(target);
    }
}
