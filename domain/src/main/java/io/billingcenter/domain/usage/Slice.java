package io.billingcenter.domain.usage;

import java.util.List;

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

    /** Checks that there is such a slice. */
    public Slice {
        if (index < 0 || index >= count) {
            throw new IllegalArgumentException("Expected a slice from 0 to " + (count - 1) + ", found " + index);
        }
    }

    /** Whether the fingerprint falls to this slice. */
    public boolean owns(long high, long low) {
        return count == 1 || Long.remainderUnsigned(mixed(high, low), count) == index;
    }

    boolean owns(String text) {
        return owns(text.hashCode(), text.length());
    }

    /** Two slices that own together what this one owns. */
    public List<Slice> halves() {
        int finer = Math.multiplyExact(count, 2);
        return List.of(new Slice(index, finer), new Slice(index + count, finer));
    }

    /** Whether this is the slice that owns what belongs to no id. */
    public boolean isFirst() {
        return index == 0;
    }

    /** Has nothing in common with the mixing of {@link FingerprintTable}, whose places are to be spread in a slice too. */
    private static long mixed(long high, long low) {
        long mixed = (high + 0x2545_F491_4F6C_DD1DL) * 0xD6E8_FEB8_6659_FD93L ^ Long.rotateRight(low, 23);
        mixed = (mixed ^ mixed >>> 32) * 0xD6E8_FEB8_6659_FD93L;
        mixed = (mixed ^ mixed >>> 29) * 0x94D0_49BB_1331_11EBL;
        return mixed ^ mixed >>> 32;
    }
}
