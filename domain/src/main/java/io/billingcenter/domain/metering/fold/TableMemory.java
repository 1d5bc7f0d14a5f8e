package io.billingcenter.domain.metering.fold;

/** The memory of the tables of one fold: asked for before it is taken. */
final class TableMemory {

    private final long mostBytes;
    private long usedBytes;

    TableMemory(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** Whether there is room for so many words of eight bytes. */
    boolean hasRoomFor(long words) {
        return words * Long.BYTES <= mostBytes - usedBytes;
    }

    /**
     * Takes room for so many words of eight bytes.
     *
     * @throws TablesFullException when there is none
     */
    void take(long words) {
        if (!hasRoomFor(words)) {
            throw new TablesFullException(mostBytes);
        }
        usedBytes += words * Long.BYTES;
    }

    /** Gives back what was taken. */
    void giveBack(long words) {
        usedBytes -= words * Long.BYTES;
    }
}
