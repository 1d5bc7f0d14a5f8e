package io.billingcenter.domain.metering.fold;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The subjects of one workspace-day by number, so that a record carries an {@code int} and no text. For several threads;
 * which number a subject gets is chance then, and nothing depends on it.
 */
public final class SubjectTable {

    private static final int FIRST_TEXTS = 16;

    private final Map<String, Integer> codes = new ConcurrentHashMap<>();
    private volatile String[] texts = new String[FIRST_TEXTS];

    /** The number of the subject, from 0; a new subject gets the next one. */
    public int codeOf(String subject) {
        Integer known = codes.get(subject);
        return known == null ? add(subject) : known;
    }

    /** The subject of that number. */
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
        // Only now, so that whoever finds the number finds the text.
        codes.put(subject, code);
        return code;
    }
}
