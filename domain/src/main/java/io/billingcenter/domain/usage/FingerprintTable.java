package io.billingcenter.domain.usage;

/**
 * A set of 128-bit fingerprints, each with a fixed number of {@code long} values: open addressing in one array, no
 * object for an entry. A slot is the index of an entry's first value.
 */
final class FingerprintTable {

    private static final int KEY_LONGS = 2;
    private static final int SMALLEST_CAPACITY = 16;

    private final int stride;
    private int capacity = SMALLEST_CAPACITY;
    private long[] entries;
    private int size;
    private boolean hasZero;
    private boolean inserted;

    FingerprintTable(int valuesPerKey) {
        this.stride = KEY_LONGS + valuesPerKey;
        this.entries = new long[(capacity + 1) * stride];
    }

    /** The slot of the key, which is put in when it was not there; {@link #inserted()} tells which. */
    int slot(long high, long low) {
        if ((high | low) == 0) {
            // The key of only zero bits has a place of its own behind the table, since zeros mean a free entry there.
            inserted = !hasZero;
            hasZero = true;
            return capacity * stride + KEY_LONGS;
        }
        int index = find(entries, capacity, high, low);
        inserted = (entries[index] | entries[index + 1]) == 0;
        if (inserted) {
            if (size >= capacity - capacity / 3) {
                grow();
                index = find(entries, capacity, high, low);
            }
            entries[index] = high;
            entries[index + 1] = low;
            size++;
        }
        return index + KEY_LONGS;
    }

    /** Whether the last {@link #slot} put its key in. */
    boolean inserted() {
        return inserted;
    }

    /** Puts the key in; whether it was not there before. */
    boolean add(long high, long low) {
        slot(high, low);
        return inserted;
    }

    long value(int slot, int position) {
        return entries[slot + position];
    }

    void setValue(int slot, int position, long value) {
        entries[slot + position] = value;
    }

    /** Calls the action with the first value of every key, in no particular order. */
    void forEachFirstValue(java.util.function.LongConsumer action) {
        for (int index = 0; index < capacity * stride; index += stride) {
            if ((entries[index] | entries[index + 1]) != 0) {
                action.accept(entries[index + KEY_LONGS]);
            }
        }
        if (hasZero) {
            action.accept(entries[capacity * stride + KEY_LONGS]);
        }
    }

    private int find(long[] table, int tableCapacity, long high, long low) {
        int mask = tableCapacity - 1;
        int position = mix(high, low) & mask;
        while (true) {
            int index = position * stride;
            long foundHigh = table[index];
            long foundLow = table[index + 1];
            if (foundHigh == high && foundLow == low || (foundHigh | foundLow) == 0) {
                return index;
            }
            position = (position + 1) & mask;
        }
    }

    private void grow() {
        int newCapacity = Math.multiplyExact(capacity, 2);
        long[] grown = new long[Math.multiplyExact(newCapacity + 1, stride)];
        for (int index = 0; index < capacity * stride; index += stride) {
            if ((entries[index] | entries[index + 1]) != 0) {
                int target = find(grown, newCapacity, entries[index], entries[index + 1]);
                System.arraycopy(entries, index, grown, target, stride);
            }
        }
        System.arraycopy(entries, capacity * stride, grown, newCapacity * stride, stride);
        entries = grown;
        capacity = newCapacity;
    }

    private static int mix(long high, long low) {
        long mixed = (high ^ Long.rotateLeft(low, 32)) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 29) ^ low) * 0xBF58476D1CE4E5B9L;
        return (int) (mixed >>> 32);
    }
}
