package io.billingcenter.readers.files.traffic;

import io.billingcenter.domain.metering.fold.SubjectTable;
import io.billingcenter.domain.usage.TriggerCause;
import java.nio.charset.StandardCharsets;

/**
 * Caches the numbers of subjects by their bytes, so that no string is created for a subject seen recently. The size is
 * fixed: a new subject replaces another one if there is no free place. Not thread-safe.
 */
final class SubjectCodes {

    /** The number of a subject that the kind does not allow. */
    static final int NOT_ALLOWED = -1;

    private static final int SLOTS = 1 << 8;
    private static final int PLACES_TRIED = 4;
    private static final int LONGEST_KEY_OF_ITS_OWN = 2 * Long.BYTES;
    private static final int FREE = -1;

    private final SubjectTable subjects;
    private final boolean causesOnly;
    private final Fingerprints hash = new Fingerprints();
    private final long[] firsts = new long[SLOTS];
    private final long[] seconds = new long[SLOTS];
    private final int[] lengths = new int[SLOTS];
    private final int[] codes = new int[SLOTS];

    private SubjectCodes(SubjectTable subjects, boolean causesOnly) {
        this.subjects = subjects;
        this.causesOnly = causesOnly;
        java.util.Arrays.fill(lengths, FREE);
    }

    static SubjectCodes ofAny(SubjectTable subjects) {
        return new SubjectCodes(subjects, false);
    }

    /** Returns a cache that allows known trigger causes only. */
    static SubjectCodes ofCauses(SubjectTable subjects) {
        return new SubjectCodes(subjects, true);
    }

    /** Returns the number of the subject in ASCII; {@link #NOT_ALLOWED} for an unknown cause. */
    int codeOf(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length > LONGEST_KEY_OF_ITS_OWN) {
            hash.ofBytes(bytes, from, to);
            return codeOf(hash.high(), hash.low(), bytes, from, length);
        }
        long first = SwarBytes.at(bytes, from) & SwarBytes.lowest(length);
        long second = SwarBytes.at(bytes, from + Long.BYTES) & SwarBytes.lowest(length - Long.BYTES);
        return codeOf(first, second, bytes, from, length);
    }

    private int codeOf(long first, long second, byte[] bytes, int from, int length) {
        int home = (int) ((first ^ Long.rotateLeft(second, 31)) * 0x9E37_79B9_7F4A_7C15L >>> 40);
        for (int tried = 0; tried < PLACES_TRIED; tried++) {
            int slot = home + tried & SLOTS - 1;
            if (lengths[slot] == length && firsts[slot] == first && seconds[slot] == second) {
                return codes[slot];
            }
        }
        String subject = new String(bytes, from, length, StandardCharsets.US_ASCII);
        if (causesOnly && TriggerCause.weightOf(subject).isEmpty()) {
            return NOT_ALLOWED;
        }
        int slot = placeFrom(home);
        firsts[slot] = first;
        seconds[slot] = second;
        lengths[slot] = length;
        codes[slot] = subjects.codeOf(subject);
        return codes[slot];
    }

    private int placeFrom(int home) {
        for (int tried = 0; tried < PLACES_TRIED; tried++) {
            int slot = home + tried & SLOTS - 1;
            if (lengths[slot] == FREE) {
                return slot;
            }
        }
        return home & SLOTS - 1;
    }
}
