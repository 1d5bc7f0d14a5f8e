package io.billingcenter.domain.metering.fold;

import io.billingcenter.domain.usage.RecordPlace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The places of records, encoded as one {@code long} each: the offset in the concatenation of all files of the day, and
 * the line counted from the first record of its block of 64 KiB. A block cannot contain more lines than bytes, so 16
 * bits are enough for the line.
 */
final class PlaceIndex {

    private static final int LINE_BITS = 16;
    private static final int FIRST_BLOCKS = 16;

    private record FileStart(String name, long offset) {}

    private final List<FileStart> files = new ArrayList<>();
    private long[] lineOfBlock = new long[FIRST_BLOCKS];
    private int blocks;
    private long fileOffset;

    /** Starts a file; the places added next are in that file. */
    void startFile(String name) {
        fileOffset = (long) blocks << LINE_BITS;
        files.add(new FileStart(name, fileOffset));
    }

    /** Encodes a place. Places must be added in file order. */
    long number(long line, long offset) {
        long whole = fileOffset + offset;
        int block = Math.toIntExact(whole >>> LINE_BITS);
        if (block >= blocks) {
            addBlocks(block, line);
        }
        return whole << LINE_BITS | line - lineOfBlock[block];
    }

    /** Decodes a place. */
    RecordPlace place(long number) {
        long whole = number >>> LINE_BITS;
        int low = 0;
        int high = files.size() - 1;
        while (low < high) {
            int middle = low + high + 1 >>> 1;
            if (files.get(middle).offset <= whole) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        FileStart file = files.get(low);
        long line = lineOfBlock[(int) (whole >>> LINE_BITS)] + (number & (1 << LINE_BITS) - 1);
        return new RecordPlace(file.name, line, whole - file.offset);
    }

    private void addBlocks(int block, long line) {
        if (block >= lineOfBlock.length) {
            lineOfBlock = Arrays.copyOf(lineOfBlock, Math.max(block + 1, lineOfBlock.length * 2));
        }
        Arrays.fill(lineOfBlock, blocks, block + 1, line);
        blocks = block + 1;
    }
}
