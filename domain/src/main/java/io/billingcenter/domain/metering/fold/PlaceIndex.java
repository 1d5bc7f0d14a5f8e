package io.billingcenter.domain.metering.fold;

import io.billingcenter.domain.usage.RecordPlace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Places of records as one {@code long} each: the offset in all files of the day, one behind the other, and the line
 * counted from the first record of its stretch of 64 KiB, in which there cannot be more lines than bytes.
 */
final class PlaceIndex {

    private static final int LINE_BITS = 16;
    private static final int FIRST_BLOCKS = 16;

    private record FileStart(String name, long offset) {}

    private final List<FileStart> files = new ArrayList<>();
    private long[] lineOfBlock = new long[FIRST_BLOCKS];
    private int blocks;
    private long fileOffset;

    /** From here on places are those of the file. */
    void startFile(String name) {
        fileOffset = (long) blocks << LINE_BITS;
        files.add(new FileStart(name, fileOffset));
    }

    /** The number of a place, behind all places numbered so far. */
    long number(long line, long offset) {
        long whole = fileOffset + offset;
        int block = Math.toIntExact(whole >>> LINE_BITS);
        if (block >= blocks) {
            addBlocks(block, line);
        }
        return whole << LINE_BITS | line - lineOfBlock[block];
    }

    /** The place of that number. */
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
