package io.billingcenter.schema;

/** Texts that fit into a column of texts. */
public final class ShortText {

    private static final int LONGEST = 4_000;

    private ShortText() {}

    /** Returns the text, or its beginning where a column of texts is too short for all of it. */
    public static String of(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
