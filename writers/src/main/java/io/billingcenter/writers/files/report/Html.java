package io.billingcenter.writers.files.report;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes HTML. Every text and every value of an attribute is escaped here and nowhere else. */
final class Html {

    private final StringBuilder text = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** What is written before the first element. */
    Html doctype() {
        text.append("<!DOCTYPE html>\n");
        return this;
    }

    /**
     * Begins an element.
     *
     * @param attributes names and values in turn
     */
    Html open(String tag, String... attributes) {
        tag(tag, attributes).append('>');
        open.push(tag);
        return this;
    }

    /** Ends the element that was begun last. */
    Html close() {
        text.append("</").append(open.pop()).append(">\n");
        return this;
    }

    /** An element that can hold nothing. */
    Html empty(String tag, String... attributes) {
        tag(tag, attributes).append("/>\n");
        return this;
    }

    /** An element with a text. */
    Html element(String tag, String content, String... attributes) {
        return open(tag, attributes).text(content).close();
    }

    /** A text. */
    Html text(String content) {
        escape(content);
        return this;
    }

    /** Begins a section with its heading. */
    Html section(String heading) {
        return open("section").element("h2", heading);
    }

    /** The style sheet, which is our own and must not be escaped. */
    Html style(String css) {
        text.append("<style>\n").append(css).append("</style>\n");
        return this;
    }

    /** Everything that was written. */
    String finish() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("Expected every element to be ended, found open ones: " + open);
        }
        return text.toString();
    }

    private StringBuilder tag(String tag, String... attributes) {
        text.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            text.append('"');
        }
        return text;
    }

    /** Control characters have no place in HTML; they are shown as a replacement character. */
    private void escape(String content) {
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            switch (c) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append("&quot;");
                case '\'' -> text.append("&#39;");
                case '\t', '\n' -> text.append(c);
                default -> text.append(Character.isISOControl(c) || loneSurrogate(content, i) ? '\uFFFD' : c);
            }
        }
    }

    private static boolean loneSurrogate(String content, int i) {
        char c = content.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == content.length() || !Character.isLowSurrogate(content.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(content.charAt(i - 1)));
    }
}
