package io.billingcenter.domain.metering.fold;

/** The memory budget of the tables of one fold; memory is requested before it is allocated. */
final class TableMemory {

    private final long mostBytes;
    private long usedBytes;

    TableMemory(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** Returns whether the given number of 8-byte words is available. */
    boolean hasRoomFor(long words) {
        return words * Long.BYTES <= mostBytes - usedBytes;
    }

    /**
     * Takes the given number of 8-byte words from the budget.
     *
     * @throws TablesFullException if the budget does not suffice
     */
    void take(long words) {
        if (!hasRoomFor(words)) {
            throw new TablesFullException(mostBytes);
        }
        usedBytes += words * Long.BYTES;
    }

    /** Returns words to the budget. */
    void release(long words) {
        usedBytes -= words * Long.BYTES;
    }
}
