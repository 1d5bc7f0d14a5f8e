package io.billingcenter.readers.tables.delivery;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sorts lines by their keys in bounded memory: of a source that can be read repeatedly, each pass keeps the smallest lines after
 * those of the pass before. A key ends with {@code '|'}, which is not in it.
 */
final class SmallestLines {

    /** A source that gives the same lines in any order whenever it is read. */
    @FunctionalInterface
    interface Source {
        void read(Consumer<byte[]> line);
    }

    private static final Comparator<byte[]> BY_KEY = SmallestLines::compareKeys;

    private final int most;

    /**
     * Creates a sorter.
     *
     * @param most largest number of lines that are in memory
     */
    SmallestLines(int most) {
        this.most = most;
    }

    /** Gives the lines of the source in the order of their keys, of which none occurs twice. */
    void sort(Source source, Consumer<byte[]> sorted) {
        byte @Nullable [] last = null;
        boolean more = true;
        while (more) {
            Pass pass = new Pass(last);
            source.read(pass::add);
            byte[][] lines = pass.smallest.toArray(byte[][]::new);
            Arrays.sort(lines, BY_KEY);
            for (byte[] line : lines) {
                sorted.accept(line);
            }
            more = pass.hasLeftOut;
            last = lines.length == 0 ? last : lines[lines.length - 1];
        }
    }

    private final class Pass {

        private final byte @Nullable [] after;
        private final PriorityQueue<byte[]> smallest = new PriorityQueue<>(BY_KEY.reversed());
        private boolean hasLeftOut;

        Pass(byte @Nullable [] after) {
            this.after = after;
        }

        void add(byte[] line) {
            if (after != null && compareKeys(line, after) <= 0) {
                return;
            }
            if (smallest.size() < most) {
                smallest.add(line);
                return;
            }
            hasLeftOut = true;
            if (compareKeys(line, smallest.element()) < 0) {
                smallest.remove();
                smallest.add(line);
            }
        }
    }

    /** Compares bytes as code points are compared in UTF-8; the end of a key comes before everything else. */
    private static int compareKeys(byte[] one, byte[] other) {
        int difference = Arrays.mismatch(one, other);
        if (difference < 0) {
            return 0;
        }
        return Integer.compare(rank(one, difference), rank(other, difference));
    }

    private static int rank(byte[] line, int at) {
        return line[at] == '|' ? -1 : Byte.toUnsignedInt(line[at]);
    }
}
