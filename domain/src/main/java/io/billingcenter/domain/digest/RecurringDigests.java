package io.billingcenter.domain.digest;

import java.util.HashMap;
import java.util.Map;

/** SHA-256 digests of texts most of which recur, each calculated once. It is used by one thread. */
public final class RecurringDigests {

    /** Most texts that are kept; beyond it all are forgotten. */
    static final int MOST_TEXTS = 10_000;

    private final Map<String, String> known = new HashMap<>();

    /** Returns the SHA-256 digest of the UTF-8 bytes of the text, 64 lower-case hex digits. */
    public String sha256(String text) {
        String digest = known.get(text);
        if (digest == null) {
            if (known.size() >= MOST_TEXTS) {
                known.clear();
            }
            digest = Digests.sha256(text);
            known.put(text, digest);
        }
        return digest;
    }
}
