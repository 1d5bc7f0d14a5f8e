package io.billingcenter.readers.files.traffic;

import io.billingcenter.domain.usage.TrafficKind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Looks up kinds by the bytes of their codes, which have 4 to 16 bytes with the comma, without creating a string. A
 * kind is identified by its slot, which is computed from the first four bytes and one more byte that distinguishes
 * codes with the same beginning.
 */
final class KindLookup {

    /** No kind has that code. */
    static final int NONE = -1;

    private static final int SLOT_BITS = 8;
    private static final int SLOTS = 1 << SLOT_BITS;
    private static final int START_BYTES = 4;
    private static final int START_SHIFT = Long.SIZE - SLOT_BITS;
    private static final int SLOT_SHIFT = START_SHIFT - SLOT_BITS;
    private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;
    private static final long NO_CODE = -1;

    // Static, so that the compiler knows their lengths and omits index checks.
    private static final int[] DISTINGUISHING_INDEXES = new int[SLOTS];
    private static final long[] FIRSTS = new long[SLOTS];
    private static final long[] FIRST_MASKS = new long[SLOTS];
    private static final long[] SECONDS = new long[SLOTS];
    private static final long[] SECOND_MASKS = new long[SLOTS];
    private static final int[] LENGTHS = new int[SLOTS];
    private static final long[] BYTES_MASKS = new long[SLOTS];
    private static final long[] SECONDS_MASKS = new long[SLOTS];
    private static final boolean[] NEEDS_ENTITY = new boolean[SLOTS];
    private static final boolean[] PLAIN = new boolean[SLOTS];
    private static final boolean[] DECIDED_BY_SUBJECT = new boolean[SLOTS];
    private static final @Nullable TrafficKind[] KINDS = new TrafficKind[SLOTS];
    private static final long FACTOR = fill();

    private KindLookup() {}

    /** Returns the slot of the kind whose code begins at that index and is followed by a comma, or {@link #NONE}. */
    static int slotAt(byte[] bytes, int index) {
        long first = SwarBytes.at(bytes, index);
        long second = SwarBytes.at(bytes, index + Long.BYTES);
        long mixed = mixed(first, FACTOR);
        byte distinguishing = bytes[index + DISTINGUISHING_INDEXES[start(mixed)]];
        int slot = slot(mixed, distinguishing);
        long different = (first ^ FIRSTS[slot]) & FIRST_MASKS[slot] | (second ^ SECONDS[slot]) & SECOND_MASKS[slot];
        return (different | bytes[index + LENGTHS[slot]] ^ ',') == 0 ? slot : NONE;
    }

    /** Returns the kind of a slot that was found. */
    static TrafficKind kind(int slot) {
        return Objects.requireNonNull(KINDS[slot & SLOTS - 1]);
    }

    /** Returns whether neither subject nor entity of the kind matter. */
    static boolean isPlain(int slot) {
        return PLAIN[slot & SLOTS - 1];
    }

    /** Returns whether the subject of the kind matters. */
    static boolean isDecidedBySubject(int slot) {
        return DECIDED_BY_SUBJECT[slot & SLOTS - 1];
    }

    /** Returns the length of the kind's code. */
    static int length(int slot) {
        return LENGTHS[slot & SLOTS - 1];
    }

    /** Returns all bits if the kind needs its bytes, else 0. */
    static long bytesMask(int slot) {
        return BYTES_MASKS[slot & SLOTS - 1];
    }

    /** Returns all bits if the kind needs its seconds, else 0. */
    static long secondsMask(int slot) {
        return SECONDS_MASKS[slot & SLOTS - 1];
    }

    /** Returns whether the kind needs its entity. */
    static boolean needsEntity(int slot) {
        return NEEDS_ENTITY[slot & SLOTS - 1];
    }

    private static long fill() {
        long factor = GOLDEN;
        while (!fill(factor)) {
            factor += GOLDEN << 1;
        }
        return factor;
    }

    private static boolean fill(long factor) {
        Arrays.fill(KINDS, null);
        Arrays.fill(LENGTHS, 0);
        Arrays.fill(FIRSTS, NO_CODE);
        Arrays.fill(FIRST_MASKS, NO_CODE);
        Map<Integer, String> starts = new HashMap<>();
        for (TrafficKind kind : TrafficKind.values()) {
            byte[] code = Arrays.copyOf((kind.code() + ",").getBytes(StandardCharsets.US_ASCII), 3 * Long.BYTES);
            long mixed = mixed(SwarBytes.at(code, 0), factor);
            int distinguishing = distinguishingIndex(kind.code());
            int slot = slot(mixed, code[distinguishing]);
            String begin = new String(code, 0, START_BYTES, StandardCharsets.US_ASCII);
            String other = starts.putIfAbsent(start(mixed), begin);
            if (KINDS[slot] != null || other != null && !other.equals(begin)) {
                return false;
            }
            DISTINGUISHING_INDEXES[start(mixed)] = distinguishing;
            take(slot, kind, code);
        }
        return true;
    }

    private static void take(int slot, TrafficKind kind, byte[] code) {
        int length = kind.code().length();
        KINDS[slot] = kind;
        LENGTHS[slot] = length;
        FIRST_MASKS[slot] = SwarBytes.lowest(length);
        SECOND_MASKS[slot] = SwarBytes.lowest(length - Long.BYTES);
        FIRSTS[slot] = SwarBytes.at(code, 0);
        SECONDS[slot] = SwarBytes.at(code, Long.BYTES);
        BYTES_MASKS[slot] = kind.needsBytes() ? -1 : 0;
        SECONDS_MASKS[slot] = kind.needsSeconds() ? -1 : 0;
        NEEDS_ENTITY[slot] = kind.needsEntity();
        DECIDED_BY_SUBJECT[slot] = RecordRules.isDecidedBySubject(kind);
        PLAIN[slot] = !kind.needsEntity() && !DECIDED_BY_SUBJECT[slot];
    }

    /** Returns the first index at which all codes with the same beginning differ; 0 if there is only one. */
    private static int distinguishingIndex(String code) {
        String[] alike = Arrays.stream(TrafficKind.values())
                .map(kind -> kind.code() + ',')
                .filter(other -> other.startsWith((code + ',').substring(0, START_BYTES)))
                .toArray(String[]::new);
        int place = 0;
        while (alike.length > 1 && !differAt(place, alike)) {
            place++;
        }
        return place;
    }

    private static boolean differAt(int place, String[] codes) {
        return Arrays.stream(codes)
                        .mapToInt(code -> code.charAt(place))
                        .distinct()
                        .count()
                == codes.length;
    }

    private static long mixed(long first, long factor) {
        return (first & 0xFFFF_FFFFL) * factor;
    }

    private static int start(long mixed) {
        return (int) (mixed >>> START_SHIFT);
    }

    private static int slot(long mixed, byte distinguishing) {
        return (int) (mixed >>> SLOT_SHIFT ^ distinguishing * 7) & SLOTS - 1;
    }
}
