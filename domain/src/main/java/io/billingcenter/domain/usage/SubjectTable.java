package io.billingcenter.domain.usage;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The subjects of one workspace-day by number, so that a record carries an {@code int} and no text. One thread gives the
 * numbers; another one may ask for the texts of numbers that it was handed.
 */
public final class SubjectTable {

    private static final int FIRST_TEXTS = 16;

    private final Map<String, Integer> codes = new HashMap<>();
    private volatile String[] texts = new String[FIRST_TEXTS];

    /** The number of the subject, from 0; a new subject gets the next one. */
    public int codeOf(String subject) {
        Integer known = codes.get(subject);
        if (known != null) {
            return known;
        }
        int code = codes.size();
        codes.put(subject, code);
        String[] room = code < texts.length ? texts : Arrays.copyOf(texts, code * 2);
        room[code] = subject;
        texts = room;
        return code;
    }

    /** The subject of that number. */
    public String text(int code) {
        return texts[code];
    }
}
