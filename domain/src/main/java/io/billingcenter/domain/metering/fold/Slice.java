package io.billingcenter.domain.metering.fold;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The part of a workspace-day that one reading keeps: ids and entities whose mixed fingerprint falls to it. Every slice
 * reads all files; what the slices of a day amount to adds up to the whole day ({@link MeteredDay#plus}). The first slice
 * also owns what belongs to no id: records and files that cannot be read.
 *
 * @param index from 0
 * @param count how many slices there are, at least 1
 */
public record Slice(int index, int count) {

    /** The whole day, not cut. */
    public static final Slice WHOLE = new Slice(0, 1);

    /** Instead of the index of a part. */
    static final int NONE = -1;

    /** Checks that there is such a slice. */
    public Slice {
        if (index < 0 || index >= count) {
            throw new IllegalArgumentException("Expected a slice from 0 to " + (count - 1) + ", found " + index);
        }
    }

    /** Whether the fingerprint falls to this slice. */
    public boolean owns(long high, long low) {
        return count == 1 || remainder(mixed(high, low), count) == index;
    }

    boolean owns(String text) {
        return owns(text.hashCode(), text.length());
    }

    /** So many slices that own together what this one owns; the first of them is the first of all if this one is. */
    public List<Slice> parts(int number) {
        int finer = Math.multiplyExact(count, number);
        return IntStream.range(0, number)
                .mapToObj(part -> new Slice(index + part * count, finer))
                .toList();
    }

    /** Which of the {@link #parts} of that number owns the fingerprint, from 0; {@link #NONE} when this slice does not. */
    int partOf(long high, long low, int number) {
        long mixed = mixed(high, low);
        long whole = count == 1 ? mixed : Long.divideUnsigned(mixed, count);
        return mixed - whole * count == index ? (int) remainder(whole, number) : NONE;
    }

    /** Whether this is the slice that owns what belongs to no id. */
    public boolean isFirst() {
        return index == 0;
    }

    private static long remainder(long unsigned, long divisor) {
        boolean powerOfTwo = (divisor & divisor - 1) == 0;
        return powerOfTwo ? unsigned & divisor - 1 : Long.remainderUnsigned(unsigned, divisor);
    }

    /** Has nothing in common with the mixing of {@link FingerprintTable}, whose places are to be spread in a slice too. */
    private static long mixed(long high, long low) {
        long mixed = (high + 0x2545_F491_4F6C_DD1DL) * 0xD6E8_FEB8_6659_FD93L ^ Long.rotateRight(low, 23);
        mixed = (mixed ^ mixed >>> 32) * 0xD6E8_FEB8_6659_FD93L;
        mixed = (mixed ^ mixed >>> 29) * 0x94D0_49BB_1331_11EBL;
        return mixed ^ mixed >>> 32;
    }
}
