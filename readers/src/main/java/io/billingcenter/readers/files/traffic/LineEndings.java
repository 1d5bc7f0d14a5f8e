package io.billingcenter.readers.files.traffic;

/**
 * Finds where the last six columns of a line of plain ASCII without quotes end: mostly without a branch that depends on how
 * long they are, since that is hard to foresee. Not for several threads.
 */
final class LineEndings {

    private int subjectEnd;
    private int entityEnd;
    private int countEnd;
    private int bytesEnd;
    private int end;

    /** Looks at a line whose kind begins at the index and ends with a comma; false when it is not one that is read here. */
    boolean find(byte[] bytes, int kind) {
        return kind + SwarBytes.ENDS_BYTES <= bytes.length && findAtOnce(bytes, kind) || findOneByOne(bytes, kind);
    }

    /** Index behind the subject, where a comma is. */
    int subject() {
        return subjectEnd;
    }

    /** Index behind the entity, where a comma is. */
    int entity() {
        return entityEnd;
    }

    /** Index behind the count, where a comma is. */
    int count() {
        return countEnd;
    }

    /** Index behind the bytes, where a comma is. */
    int bytes() {
        return bytesEnd;
    }

    /** Index behind the seconds, where the line ends. */
    int line() {
        return end;
    }

    /** When there are fewer ends than columns, the last ones are found at one place, which is not all that it has to be. */
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

    /** Index of the next comma or odd byte behind a comma; the index itself when no comma is there. */
    private static int endAfter(byte[] bytes, int at) {
        return bytes[at] == ',' ? SwarBytes.endOfText(bytes, at + 1) : at;
    }

    private boolean areEnds(byte[] bytes) {
        int noCommas = bytes[subjectEnd] ^ ',' | bytes[entityEnd] ^ ',' | bytes[countEnd] ^ ',' | bytes[bytesEnd] ^ ',';
        return noCommas == 0 && (bytes[end] == '\n' || bytes[end] == '\r' && bytes[end + 1] == '\n');
    }
}
