package io.billingcenter.domain.metering.fold;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The subjects of one workspace-day with their numbers, so that a record carries an {@code int} instead of a text.
 * Thread-safe. With several threads the numbers depend on timing, but no result depends on the numbers.
 */
public final class SubjectTable {

    private static final int FIRST_TEXTS = 16;

    private final Map<String, Integer> codes = new ConcurrentHashMap<>();
    private volatile String[] texts = new String[FIRST_TEXTS];

    /** Returns the number of the subject, from 0; a new subject gets the next number. */
    public int codeOf(String subject) {
        Integer known = codes.get(subject);
        return known == null ? add(subject) : known;
    }

    /** Returns the subject with the given number. */
    public String text(int code) {
        return texts[code];
    }

    private synchronized int add(String subject) {
        Integer known = codes.get(subject);
        if (known != null) {
            return known;
        }
        int code = codes.size();
        String[] room = code < texts.length ? texts : Arrays.copyOf(texts, code * 2);
        room[code] = subject;
        texts = room;
        // Published last, so that a thread that finds the number also finds the text.
        codes.put(subject, code);
        return code;
    }
}
