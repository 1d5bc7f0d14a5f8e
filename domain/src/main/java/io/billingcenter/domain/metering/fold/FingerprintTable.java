package io.billingcenter.domain.metering.fold;

import java.util.Arrays;

/**
 * A set of 128-bit fingerprints, each with a fixed number of {@code long} values, that creates no object per entry.
 *
 * <p>Entries are stored in insertion order, in chunks that are never copied once they are full. They are found through
 * an open-addressing array of slots: a slot holds 32 bits of the key's hash and the number of the entry from 1; 0 marks
 * a free slot. A new key is therefore usually recognised from its slot alone, and growing moves only slots. Clearing a
 * table keeps its arrays for reuse.
 */
final class FingerprintTable {

    private static final int KEY_LONGS = 2;
    private static final int SMALLEST_CAPACITY = 16;
    private static final int CHUNK_BITS = 12;
    private static final int CHUNK_ENTRIES = 1 << CHUNK_BITS;
    private static final int LARGE_SLOTS = 1 << 16;
    private static final int MOST_EXPECTED = 1 << 19;
    private static final long ENTRY_MASK = 0xFFFF_FFFFL;

    private final int stride;
    private final TableMemory memory;
    private int capacity = SMALLEST_CAPACITY;
    private long[] slots = new long[SMALLEST_CAPACITY];
    private long[][] chunks;
    private int size;
    private boolean inserted;

    /**
     * Creates an empty table.
     *
     * @param memory memory budget that is charged before the table grows
     */
    FingerprintTable(int valuesPerKey, TableMemory memory) {
        this.memory = memory;
        this.stride = KEY_LONGS + valuesPerKey;
        this.chunks = new long[][] {new long[SMALLEST_CAPACITY * stride]};
    }

    /** Removes all keys and keeps the capacity for the same number of keys. */
    void clear() {
        while (capacity > SMALLEST_CAPACITY && !isFull(size, capacity / 2)) {
            capacity /= 2;
        }
        Arrays.fill(slots, 0, capacity, 0);
        size = 0;
    }

    /** Makes room for the given number of keys in one step if memory allows it, instead of growing gradually. */
    void expect(long keys) {
        int expected = capacity;
        while (isFull(keys, expected) && expected < MOST_EXPECTED) {
            expected *= 2;
        }
        if (expected > capacity && (fitsSlots(expected) || memory.hasRoomFor(expected))) {
            growTo(expected);
        }
    }

    /**
     * Returns the number of the key's entry and inserts the key if it is absent; {@link #inserted()} reports whether it
     * was.
     */
    int entry(long high, long low) {
        long hash = mix(high, low) & ~ENTRY_MASK;
        int mask = capacity - 1;
        int position = (int) (hash >>> Integer.SIZE) & mask;
        while (true) {
            long slot = slots[position];
            if (slot == 0) {
                inserted = true;
                return insert(position, hash, high, low);
            }
            int entry = (int) slot - 1;
            // Comparing the hash bits in the slot avoids loading the entry for almost all other keys.
            if (((slot ^ hash) & ~ENTRY_MASK) == 0 && holds(entry, high, low)) {
                inserted = false;
                return entry;
            }
            position = position + 1 & mask;
        }
    }

    /** Returns whether the slots are too large for the caches of a processor core. */
    boolean isLarge() {
        return capacity > LARGE_SLOTS;
    }

    /**
     * Loads the slot of the key into the cache. The result has no meaning; callers must use it so that the access is
     * not optimised away.
     */
    long touch(long high, long low) {
        return slots[(int) (mix(high, low) >>> Integer.SIZE) & capacity - 1];
    }

    /** Returns whether the last call of {@link #entry} inserted its key. */
    boolean inserted() {
        return inserted;
    }

    /** Inserts the key and returns whether it was absent. */
    boolean add(long high, long low) {
        entry(high, low);
        return inserted;
    }

    /** Returns the number of keys. */
    int size() {
        return size;
    }

    long value(int entry, int position) {
        return chunks[entry >>> CHUNK_BITS][index(entry) + KEY_LONGS + position];
    }

    void setValue(int entry, int position, long value) {
        chunks[entry >>> CHUNK_BITS][index(entry) + KEY_LONGS + position] = value;
    }

    /** Sets the first three values of an entry. */
    void setValues(int entry, long first, long second, long third) {
        long[] chunk = chunks[entry >>> CHUNK_BITS];
        int index = index(entry) + KEY_LONGS;
        chunk[index] = first;
        chunk[index + 1] = second;
        chunk[index + 2] = third;
    }

    private boolean holds(int entry, long high, long low) {
        long[] chunk = chunks[entry >>> CHUNK_BITS];
        int index = index(entry);
        return chunk[index] == high && chunk[index + 1] == low;
    }

    private int index(int entry) {
        return (entry & CHUNK_ENTRIES - 1) * stride;
    }

    private int insert(int position, long hash, long high, long low) {
        int entry = size;
        int index = index(entry);
        if (entry >>> CHUNK_BITS == chunks.length || index == chunks[entry >>> CHUNK_BITS].length) {
            addRoom();
        }
        long[] chunk = chunks[entry >>> CHUNK_BITS];
        chunk[index] = high;
        chunk[index + 1] = low;
        for (int value = KEY_LONGS; value < stride; value++) {
            chunk[index + value] = 0;
        }
        size++;
        slots[position] = hash | size;
        if (isFull(size, capacity)) {
            growTo(Math.multiplyExact(capacity, 2));
        }
        return entry;
    }

    /** Most tables are small, so the first chunk grows by doubling; after it, whole chunks are added. */
    private void addRoom() {
        int last = chunks.length - 1;
        int wholeChunk = CHUNK_ENTRIES * stride;
        int length = chunks[last].length;
        if (length < wholeChunk) {
            int larger = Math.min(wholeChunk, length * 2);
            memory.take(larger - length);
            chunks[last] = Arrays.copyOf(chunks[last], larger);
        } else {
            memory.take(wholeChunk);
            chunks = Arrays.copyOf(chunks, chunks.length + 1);
            chunks[last + 1] = new long[wholeChunk];
        }
    }

    private static boolean isFull(long keys, int capacity) {
        return keys > capacity - capacity / 4;
    }

    private void growTo(int larger) {
        if (fitsSlots(larger)) {
            Arrays.fill(slots, 0, larger, 0);
        } else {
            memory.take(larger);
            // Both arrays exist while the slots are moved, so the old one is released only afterwards.
            int before = slots.length;
            slots = movedTo(new long[larger]);
            memory.release(before);
        }
        capacity = larger;
    }

    /**
     * Returns whether the existing slot array can hold the capacity. This is possible only for an empty table, whose
     * slots can simply be cleared.
     */
    private boolean fitsSlots(int larger) {
        return size == 0 && larger <= slots.length;
    }

    private long[] movedTo(long[] grown) {
        int mask = grown.length - 1;
        for (int index = 0; index < capacity; index++) {
            long slot = slots[index];
            if (slot != 0) {
                int position = (int) (slot >>> Integer.SIZE) & mask;
                while (grown[position] != 0) {
                    position = position + 1 & mask;
                }
                grown[position] = slot;
            }
        }
        return grown;
    }

    private static long mix(long high, long low) {
        long mixed = (high ^ Long.rotateLeft(low, 32)) * 0x9E37_79B9_7F4A_7C15L;
        return (mixed ^ mixed >>> 29 ^ low) * 0xBF58_476D_1CE4_E5B9L;
    }
}
