package io.billingcenter.domain.focus;

import java.util.HashSet;
import java.util.Set;

/** Checks texts against the grammar of JSON (RFC 8259), and against the flat objects that FOCUS calls key-value. */
final class JsonText {

    private static final int END = -1;
    private static final String ESCAPES = "\"\\/bfnrt";
    private static final int UNICODE_DIGITS = 4;
    private static final int DEEPEST = 64;

    private final String text;
    private int at;

    private JsonText(String text) {
        this.text = text;
    }

    /** Returns whether the text is a JSON value. */
    static boolean isJson(String text) {
        JsonText json = new JsonText(text);
        return json.value(0, false) && json.skipBlanks() == END;
    }

    /** Returns whether the text is an object with unique keys, none of whose values is an object or an array. */
    static boolean isKeyValue(String text) {
        JsonText json = new JsonText(text);
        return json.skipBlanks() == '{' && json.object(0, true) && json.skipBlanks() == END;
    }

    /** Returns a text as a JSON string. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append("\\u00").append(c < 16 ? "0" : "").append(Integer.toHexString(c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    private boolean value(int depth, boolean flat) {
        int first = skipBlanks();
        if (first == '{' || first == '[') {
            return !flat && depth < DEEPEST && (first == '{' ? object(depth + 1, false) : array(depth + 1));
        }
        if (first == '"') {
            return string();
        }
        return word("true") || word("false") || word("null") || number();
    }

    private boolean object(int depth, boolean flat) {
        at++;
        if (skipBlanks() == '}') {
            at++;
            return true;
        }
        Set<String> keys = new HashSet<>();
        while (skipBlanks() == '"') {
            int start = at;
            if (!string() || !keys.add(text.substring(start, at)) || skipBlanks() != ':') {
                return false;
            }
            at++;
            if (!value(depth, flat)) {
                return false;
            }
            int after = skipBlanks();
            at++;
            if (after != ',') {
                return after == '}';
            }
        }
        return false;
    }

    private boolean array(int depth) {
        at++;
        if (skipBlanks() == ']') {
            at++;
            return true;
        }
        while (value(depth, false)) {
            int after = skipBlanks();
            at++;
            if (after != ',') {
                return after == ']';
            }
        }
        return false;
    }

    private boolean string() {
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return true;
            }
            if (c < ' ' || (c == '\\' && !escape())) {
                return false;
            }
        }
        return false;
    }

    private boolean escape() {
        int escaped = peek();
        at++;
        if (escaped != 'u') {
            return escaped != END && ESCAPES.indexOf(escaped) >= 0;
        }
        for (int i = 0; i < UNICODE_DIGITS; i++, at++) {
            int digit = peek();
            if (digit == END || "0123456789abcdefABCDEF".indexOf(digit) < 0) {
                return false;
            }
        }
        return true;
    }

    private boolean number() {
        at += peek() == '-' ? 1 : 0;
        boolean leadingZero = peek() == '0';
        int digits = digits();
        if (digits == 0 || (leadingZero && digits > 1)) {
            return false;
        }
        if (peek() == '.') {
            at++;
            if (digits() == 0) {
                return false;
            }
        }
        if (peek() == 'e' || peek() == 'E') {
            at++;
            at += peek() == '+' || peek() == '-' ? 1 : 0;
            return digits() > 0;
        }
        return true;
    }

    private int digits() {
        int start = at;
        while (peek() >= '0' && peek() <= '9') {
            at++;
        }
        return at - start;
    }

    private boolean word(String word) {
        boolean found = text.startsWith(word, at);
        at += found ? word.length() : 0;
        return found;
    }

    private int skipBlanks() {
        while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r') {
            at++;
        }
        return peek();
    }

    private int peek() {
        return at < text.length() ? text.charAt(at) : END;
    }
}
