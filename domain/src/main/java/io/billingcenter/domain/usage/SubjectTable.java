package io.billingcenter.domain.usage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The subjects of one workspace-day by number, so that a record carries an {@code int} and no text. */
public final class SubjectTable {

    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> texts = new ArrayList<>();

    /** The number of the subject, from 0; a new subject gets the next one. */
    public int codeOf(String subject) {
        Integer known = codes.get(subject);
        if (known != null) {
            return known;
        }
        int code = texts.size();
        codes.put(subject, code);
        texts.add(subject);
        return code;
    }

    /** The subject of that number. */
    public String text(int code) {
        return texts.get(code);
    }
}
