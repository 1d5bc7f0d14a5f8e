package io.billingcenter.writers.files;

import java.io.Writer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Writes JSON as a stream in the layout of all commands: an object on one line, each element of an array on its own. */
public final class JsonOutput {

    private static final String LINE_END = "\n";

    private static final Separators SEPARATORS = Separators.createDefaultInstance()
            .withObjectNameValueSpacing(Separators.Spacing.AFTER)
            .withObjectEntrySpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");

    private static final ObjectWriter WRITER = JsonMapper.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            // After a failure the value must not look complete.
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .build()
            .writer()
            .with(new DefaultPrettyPrinter(SEPARATORS)
                    .withObjectIndenter(new DefaultPrettyPrinter.NopIndenter())
                    .withArrayIndenter(new DefaultIndenter("  ", LINE_END)));

    private JsonOutput() {}

    /** Returns a generator of one JSON value. Closing it leaves the target open. */
    public static JsonGenerator to(Writer target) {
        return WRITER.createGenerator(target);
    }
}
