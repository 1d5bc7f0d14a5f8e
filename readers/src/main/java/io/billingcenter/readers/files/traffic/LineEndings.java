package io.billingcenter.readers.files.traffic;

/**
 * Finds the ends of the last six columns of a line of plain ASCII without quotes. In most cases no branch depends on
 * the lengths of the columns, since such branches are hard to predict. Not thread-safe.
 */
final class LineEndings {

    private int subjectEnd;
    private int entityEnd;
    private int countEnd;
    private int bytesEnd;
    private int end;

    /**
     * Finds the ends in a line whose kind begins at the index and ends with a comma; returns false if the line needs
     * the plain rules.
     */
    boolean find(byte[] bytes, int kind) {
        return kind + SwarBytes.ENDS_BYTES <= bytes.length && findAtOnce(bytes, kind) || findOneByOne(bytes, kind);
    }

    /** Returns the index of the comma after the subject. */
    int subject() {
        return subjectEnd;
    }

    /** Returns the index of the comma after the entity. */
    int entity() {
        return entityEnd;
    }

    /** Returns the index of the comma after the count. */
    int count() {
        return countEnd;
    }

    /** Returns the index of the comma after the bytes. */
    int bytes() {
        return bytesEnd;
    }

    /** Returns the index after the seconds, where the line ends. */
    int line() {
        return end;
    }

    /**
     * Finds the ends in one word. If it has fewer ends than columns, the last ones coincide, and the final check fails.
     */
    private boolean findAtOnce(byte[] bytes, int at) {
        long ends = SwarBytes.endsOfText(bytes, at);
        ends &= ends - 1;
        subjectEnd = at + Long.numberOfTrailingZeros(ends);
        ends &= ends - 1;
        entityEnd = at + Long.numberOfTrailingZeros(ends);
        ends &= ends - 1;
        countEnd = at + Long.numberOfTrailingZeros(ends);
        ends &= ends - 1;
        bytesEnd = at + Long.numberOfTrailingZeros(ends);
        ends &= ends - 1;
        end = at + Long.numberOfTrailingZeros(ends);
        return areEnds(bytes);
    }

    private boolean findOneByOne(byte[] bytes, int at) {
        subjectEnd = endAfter(bytes, SwarBytes.endOfText(bytes, at));
        entityEnd = endAfter(bytes, subjectEnd);
        countEnd = endAfter(bytes, entityEnd);
        bytesEnd = endAfter(bytes, countEnd);
        end = endAfter(bytes, bytesEnd);
        return areEnds(bytes);
    }

    /** Returns the index of the next comma or special byte after a comma; the index itself if it has no comma. */
    private static int endAfter(byte[] bytes, int at) {
        return bytes[at] == ',' ? SwarBytes.endOfText(bytes, at + 1) : at;
    }

    private boolean areEnds(byte[] bytes) {
        int noCommas = bytes[subjectEnd] ^ ',' | bytes[entityEnd] ^ ',' | bytes[countEnd] ^ ',' | bytes[bytesEnd] ^ ',';
        return noCommas == 0 && (bytes[end] == '\n' || bytes[end] == '\r' && bytes[end + 1] == '\n');
    }
}
