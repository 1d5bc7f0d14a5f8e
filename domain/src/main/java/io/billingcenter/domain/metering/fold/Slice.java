package io.billingcenter.domain.metering.fold;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A part of a workspace-day: the ids and entities whose mixed fingerprints belong to it. Every slice reads all files,
 * and the results of all slices add up to the result of the whole day ({@link MeteredDay#plus}). The first slice also
 * owns everything without an id, such as unreadable records and files.
 *
 * @param index number of the slice, from 0
 * @param count number of slices, at least 1
 */
public record Slice(int index, int count) {

    /** The whole day as a single slice. */
    public static final Slice WHOLE = new Slice(0, 1);

    /** The result of {@link #partOf} for a fingerprint of another slice. */
    static final int NONE = -1;

    /** Checks that the index is in the range of the count. */
    public Slice {
        if (index < 0 || index >= count) {
            throw new IllegalArgumentException("Expected a slice from 0 to " + (count - 1) + ", found " + index);
        }
    }

    /** Returns whether the fingerprint belongs to this slice. */
    public boolean owns(long high, long low) {
        return count == 1 || remainder(mixed(high, low), count) == index;
    }

    boolean owns(String text) {
        return owns(text.hashCode(), text.length());
    }

    /**
     * Divides this slice into the given number of finer slices. The first of them is the first slice of the day if this
     * one is.
     */
    public List<Slice> parts(int number) {
        int finer = Math.multiplyExact(count, number);
        return IntStream.range(0, number)
                .mapToObj(part -> new Slice(index + part * count, finer))
                .toList();
    }

    /**
     * Returns which of the given number of {@link #parts} owns the fingerprint, from 0, or {@link #NONE} if this slice
     * does not own it.
     */
    int partOf(long high, long low, int number) {
        long mixed = mixed(high, low);
        long whole = count == 1 ? mixed : Long.divideUnsigned(mixed, count);
        return mixed - whole * count == index ? (int) remainder(whole, number) : NONE;
    }

    /** Returns whether this is the slice that owns everything without an id. */
    public boolean isFirst() {
        return index == 0;
    }

    private static long remainder(long unsigned, long divisor) {
        boolean powerOfTwo = (divisor & divisor - 1) == 0;
        return powerOfTwo ? unsigned & divisor - 1 : Long.remainderUnsigned(unsigned, divisor);
    }

    /**
     * Independent of the hash of {@link FingerprintTable}; otherwise the keys of a slice would cluster in its table.
     */
    private static long mixed(long high, long low) {
        long mixed = (high + 0x2545_F491_4F6C_DD1DL) * 0xD6E8_FEB8_6659_FD93L ^ Long.rotateRight(low, 23);
        mixed = (mixed ^ mixed >>> 32) * 0xD6E8_FEB8_6659_FD93L;
        mixed = (mixed ^ mixed >>> 29) * 0x94D0_49BB_1331_11EBL;
        return mixed ^ mixed >>> 32;
    }
}
