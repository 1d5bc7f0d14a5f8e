package io.billingcenter.readers.traffic;

import io.billingcenter.domain.usage.TrafficKind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Kinds by the bytes of their codes, at most 16 of them, as two words: a hash without collisions, no text made. A kind is
 * known by its slot.
 */
final class KindTable {

    /** The kinds there are. */
    static final KindTable ALL = new KindTable();

    /** No kind has that code. */
    static final int NONE = -1;

    private static final int LONGEST_CODE = 16;
    private static final int SLOT_BITS = 7;
    private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;
    private static final long NO_CODE = -1;
    private static final long HIGHEST_BITS = 0x8080_8080_8080_8080L;

    /** Added to a character of a code, which are letters and underscores, it reaches the highest bit. */
    private static final long TO_HIGHEST_FROM_UNDERSCORE = 0x2121_2121_2121_2121L;

    private final long[] firsts = new long[1 << SLOT_BITS];
    private final long[] seconds = new long[1 << SLOT_BITS];
    private final int[] lengths = new int[1 << SLOT_BITS];
    private final long[] bytesMasks = new long[1 << SLOT_BITS];
    private final long[] secondsMasks = new long[1 << SLOT_BITS];
    private final boolean[] plain = new boolean[1 << SLOT_BITS];
    private final @Nullable TrafficKind[] kinds = new TrafficKind[1 << SLOT_BITS];
    private final long factor;

    private KindTable() {
        long candidate = GOLDEN;
        while (!fill(candidate)) {
            candidate += GOLDEN << 1;
        }
        this.factor = candidate;
    }

    /** The slot of the kind whose code stands at that index and is followed by a comma; or {@link #NONE}. */
    int slotAt(byte[] bytes, int index) {
        long first = Words.at(bytes, index);
        long second = Words.at(bytes, index + Long.BYTES);
        long firstEnds = ~(first + TO_HIGHEST_FROM_UNDERSCORE) & HIGHEST_BITS;
        long secondEnds = ~(second + TO_HIGHEST_FROM_UNDERSCORE) & HIGHEST_BITS;
        long endsInFirst = (firstEnds | -firstEnds) >> (Long.SIZE - 1);
        first &= upTo(firstEnds);
        second &= upTo(secondEnds) & ~endsInFirst;
        int slot = slot(first, second, factor);
        boolean found = firsts[slot] == first && seconds[slot] == second && bytes[index + lengths[slot]] == ',';
        return found ? slot : NONE;
    }

    /** The kind of a slot that was found. */
    TrafficKind kind(int slot) {
        return Objects.requireNonNull(kinds[slot]);
    }

    /** Whether neither subject nor entity of the kind decide anything. */
    boolean isPlain(int slot) {
        return plain[slot];
    }

    /** How long the kind's code is. */
    int length(int slot) {
        return lengths[slot];
    }

    /** All bits when the kind needs its bytes, else none. */
    long bytesMask(int slot) {
        return bytesMasks[slot];
    }

    /** All bits when the kind needs its seconds, else none. */
    long secondsMask(int slot) {
        return secondsMasks[slot];
    }

    /**
     * All bytes before the first end and that byte but for its highest bit, which a comma has not; all bytes when there is
     * none. Where bytes above 0x7F lead to another end, the bytes differ from all codes anyway.
     */
    private static long upTo(long ends) {
        return ends - 1 & ~ends;
    }

    private boolean fill(long candidate) {
        Arrays.fill(kinds, null);
        Arrays.fill(lengths, 0);
        Arrays.fill(firsts, NO_CODE);
        for (TrafficKind kind : TrafficKind.values()) {
            byte[] code = Arrays.copyOf((kind.code() + ",").getBytes(StandardCharsets.US_ASCII), LONGEST_CODE);
            long first = Words.at(code, 0);
            long second = Words.at(code, Long.BYTES);
            int slot = slot(first, second, candidate);
            if (kinds[slot] != null) {
                return false;
            }
            kinds[slot] = kind;
            firsts[slot] = first;
            seconds[slot] = second;
            lengths[slot] = kind.code().length();
            bytesMasks[slot] = kind.needsBytes() ? -1 : 0;
            plain[slot] = !kind.needsEntity() && !RecordRules.isDecidedBySubject(kind);
            secondsMasks[slot] = kind.needsSeconds() ? -1 : 0;
        }
        return true;
    }

    private static int slot(long first, long second, long factor) {
        return (int) ((first ^ Long.rotateLeft(second, 29)) * factor >>> (Long.SIZE - SLOT_BITS));
    }
}
