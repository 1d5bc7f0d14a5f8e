package io.billingcenter.domain.account;

/** The common form of ids: 1 to 64 printable ASCII characters that are safe in folder names and need no escaping. */
final class Identifiers {

    private static final int LONGEST = 64;

    private Identifiers() {}

    static String requireWellFormed(String name, String text) {
        if (text.isEmpty()
                || text.length() > LONGEST
                || text.charAt(0) == '.'
                || !text.chars().allMatch(Identifiers::isAllowed)) {
            throw new IllegalArgumentException("Expected a " + name + " of 1 to " + LONGEST
                    + " letters, digits, '-', '_', '.', ':' or '@' that does not start with a dot, found '" + text
                    + "'");
        }
        return text;
    }

    private static boolean isAllowed(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-_.:@".indexOf(c) >= 0;
    }
}
