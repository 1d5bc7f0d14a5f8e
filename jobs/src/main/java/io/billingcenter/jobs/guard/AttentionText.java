package io.billingcenter.jobs.guard;

import io.billingcenter.domain.guard.AttentionItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A summary of items that need attention: a line for each kind, with its first items and their number. */
final class AttentionText {

    private static final int EXAMPLES = 3;
    private static final int MOST_FILES = 20;
    private static final int MOST_LINES = 60;

    private final List<AttentionItem> items;

    AttentionText(List<AttentionItem> items) {
        this.items = items;
    }

    /**
     * A line.
     *
     * @param head {@code look at} for urgent items, {@code listed} for others, empty for a hint
     */
    record Line(String head, String text) {}

    List<Line> lines() {
        Map<String, List<AttentionItem>> byKind = items.stream()
                .collect(Collectors.groupingBy(
                        item -> (item.urgent() ? "look at" : "listed") + '\0' + item.kind(),
                        TreeMap::new,
                        Collectors.toList()));
        List<Line> lines = new ArrayList<>();
        byKind.forEach((kind, ofKind) -> {
            String head = kind.substring(0, kind.indexOf('\0'));
            lines.add(new Line(head, text(ofKind)));
            if (ofKind.size() > 1 && ofKind.get(0).ofFiles()) {
                ofKind.stream().limit(MOST_FILES).forEach(item -> lines.add(new Line(head, "  " + item.text())));
            }
        });
        lines.sort((one, other) -> other.head().compareTo(one.head()));
        if (lines.stream().anyMatch(line -> line.head().equals("look at"))) {
            lines.add(new Line("", "see: billing holds"));
        }
        return lines.size() <= MOST_LINES ? lines : lines.subList(0, MOST_LINES);
    }

    private static String text(List<AttentionItem> items) {
        String examples = items.stream()
                .limit(EXAMPLES)
                .map(item -> (item.workspace().isEmpty() ? "" : item.workspace() + " ") + item.day())
                .collect(Collectors.joining(", "));
        String first = items.size() == 1 ? ": " + items.get(0).text() : "";
        return items.get(0).kind() + " " + String.format(Locale.ROOT, "%,d", items.size()) + " (" + examples
                + (items.size() > EXAMPLES ? ", ..." : "") + ")" + first;
    }
}
