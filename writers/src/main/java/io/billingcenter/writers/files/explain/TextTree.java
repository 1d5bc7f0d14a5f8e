package io.billingcenter.writers.files.explain;

import java.io.PrintWriter;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints nodes as text: one line each, parts indented by two blanks. */
public final class TextTree {

    private static final String INDENT = "  ";

    private TextTree() {}

    /** Prints the node with everything below it. */
    public static void print(Node node, PrintWriter out) {
        print(node, "", out);
    }

    private static void print(Node node, String indent, PrintWriter out) {
        String facts = node.facts().entrySet().stream()
                .filter(fact -> node.isForPeople(fact.getKey()))
                .map(fact -> fact.getKey().replace('_', ' ') + " " + shown(fact))
                .collect(Collectors.joining(", "));
        String title = node.id().isEmpty() ? node.name() : node.name() + " " + node.id();
        out.println(indent + title + (facts.isEmpty() ? "" : ": " + facts));
        node.parts().forEach(part -> print(part, indent + INDENT, out));
    }

    private static String shown(Map.Entry<String, String> fact) {
        return fact.getValue().indexOf('\n') < 0
                ? fact.getValue()
                : fact.getValue().replace('\n', ' ');
    }
}
