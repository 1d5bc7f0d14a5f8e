package io.billingcenter.writers.files.explain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A named item with facts and parts, in the order they were added; text and JSON are printed from it. */
public final class Node {

    private final String name;
    private final String id;
    private final Map<String, String> facts = new LinkedHashMap<>();
    private final Set<String> forMachines = new HashSet<>();
    private final List<Node> parts = new ArrayList<>();

    /**
     * Creates a node.
     *
     * @param name type of the item
     * @param id identifies the item; may be empty
     */
    public Node(String name, String id) {
        this.name = name;
        this.id = id;
    }

    /** Adds a fact; a fact without a value is omitted. */
    public Node with(String fact, @Nullable Object value) {
        if (value != null) {
            String text = value instanceof BigDecimal number ? plain(number) : value.toString();
            if (!text.isEmpty()) {
                facts.put(fact, text);
            }
        }
        return this;
    }

    /** Adds a fact that is printed in JSON only, because people can see it in another one. */
    public Node withData(String fact, @Nullable Object value) {
        forMachines.add(fact);
        return with(fact, value);
    }

    /** Adds a part. */
    public Node add(Node part) {
        parts.add(part);
        return this;
    }

    /** Adds parts. */
    public Node addAll(Collection<Node> more) {
        parts.addAll(more);
        return this;
    }

    /** Returns whether it has no parts. */
    public boolean isEmpty() {
        return parts.isEmpty();
    }

    String name() {
        return name;
    }

    String id() {
        return id;
    }

    Map<String, String> facts() {
        return facts;
    }

    boolean isForPeople(String fact) {
        return !forMachines.contains(fact);
    }

    List<Node> parts() {
        return parts;
    }

    /** Returns a number without trailing zeros and without exponent. */
    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
