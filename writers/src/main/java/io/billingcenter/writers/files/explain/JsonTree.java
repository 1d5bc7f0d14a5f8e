package io.billingcenter.writers.files.explain;

import io.billingcenter.writers.files.JsonOutput;
import java.io.PrintWriter;
import tools.jackson.core.JsonGenerator;

/**
 * Prints nodes as JSON while walking the tree: an object for each node, with its name, its id, its facts as texts, and its
 * parts.
 */
public final class JsonTree {

    private JsonTree() {}

    /** Prints the node with everything below it, and a line feed. */
    public static void print(Node node, PrintWriter out) {
        try (JsonGenerator json = JsonOutput.to(out)) {
            write(node, json);
        }
        out.print('\n');
    }

    /** Writes the node with everything below it, as one value. */
    public static void write(Node node, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("node", node.name());
        if (!node.id().isEmpty()) {
            json.writeStringProperty("id", node.id());
        }
        node.facts().forEach(json::writeStringProperty);
        if (!node.parts().isEmpty()) {
            json.writeArrayPropertyStart("parts");
            node.parts().forEach(part -> write(part, json));
            json.writeEndArray();
        }
        json.writeEndObject();
    }
}
