package io.billingcenter.writers.files.explain;

import java.io.PrintWriter;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Prints nodes as JSON while walking the tree: an object for each node, with its name, its id, its facts as texts, and
 * its parts.
 */
public final class JsonTree {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String INDENT = "  ";

    private JsonTree() {}

    /** Prints the node with everything below it, and a line feed. */
    public static void print(Node node, PrintWriter out) {
        print(node, "", out);
        out.print('\n');
    }

    static void print(Node node, String indent, PrintWriter out) {
        out.print("{" + quoted("node") + ": " + quoted(node.name()));
        if (!node.id().isEmpty()) {
            out.print(", " + quoted("id") + ": " + quoted(node.id()));
        }
        for (Map.Entry<String, String> fact : node.facts().entrySet()) {
            out.print(", " + quoted(fact.getKey()) + ": " + quoted(fact.getValue()));
        }
        if (!node.parts().isEmpty()) {
            out.print(", " + quoted("parts") + ": [");
            printAll(node.parts(), indent + INDENT, out);
            out.print("]");
        }
        out.print("}");
    }

    private static void printAll(List<Node> nodes, String indent, PrintWriter out) {
        Iterator<Node> left = nodes.iterator();
        while (left.hasNext()) {
            out.print("\n" + indent);
            print(left.next(), indent, out);
            if (left.hasNext()) {
                out.print(",");
            }
        }
    }

    static String quoted(String text) {
        return MAPPER.writeValueAsString(text);
    }
}
