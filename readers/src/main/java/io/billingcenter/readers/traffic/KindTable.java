package io.billingcenter.readers.traffic;

import io.billingcenter.domain.usage.TrafficKind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Kinds by the bytes of their codes, at most 16 of them, as two words: a hash without collisions, no text made. */
final class KindTable {

    private static final int LONGEST_CODE = 16;
    private static final int SLOT_BITS = 7;
    private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;

    /** The kinds there are. */
    static final KindTable ALL = new KindTable();

    private final long[] firsts = new long[1 << SLOT_BITS];
    private final long[] seconds = new long[1 << SLOT_BITS];
    private final int[] lengths = new int[1 << SLOT_BITS];
    private final @Nullable TrafficKind[] kinds = new TrafficKind[1 << SLOT_BITS];
    private final long factor;

    private KindTable() {
        long candidate = GOLDEN;
        while (!fill(candidate)) {
            candidate += GOLDEN << 1;
        }
        this.factor = candidate;
    }

    /** The kind whose code stands at that index and is followed by a comma; null when there is none. */
    @Nullable
    TrafficKind at(byte[] bytes, int index) {
        long first = Words.at(bytes, index);
        long second = Words.at(bytes, index + Long.BYTES);
        long firstCommas = Words.alike(first, Words.COMMAS);
        long secondCommas = Words.alike(second, Words.COMMAS);
        long endsInFirst = (firstCommas | -firstCommas) >> (Long.SIZE - 1);
        first &= upToComma(firstCommas);
        second &= upToComma(secondCommas) & ~endsInFirst;
        int slot = slot(first, second, factor);
        boolean found = firsts[slot] == first && seconds[slot] == second && bytes[index + lengths[slot]] == ',';
        return found ? kinds[slot] : null;
    }

    /** All bytes before the comma and the comma itself, whose highest bit is not set; all bytes when there is none. */
    private static long upToComma(long commas) {
        return commas - 1 & ~commas;
    }

    private boolean fill(long candidate) {
        Arrays.fill(kinds, null);
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
        }
        return true;
    }

    private static int slot(long first, long second, long factor) {
        return (int) ((first ^ Long.rotateLeft(second, 29)) * factor >>> (Long.SIZE - SLOT_BITS));
    }
}
