package io.billingcenter.readers.files.traffic;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The nine columns of a traffic record, decoded: ranges of one array of UTF-8 bytes. The object is reused for every
 * record.
 *
 * <p>The <em>canonical text</em> of columns is RFC 4180 with only the necessary quotes. Two records therefore have the
 * same canonical text exactly if their decoded columns are equal, and a record without quotes is its own canonical
 * text.
 */
final class RecordColumns {

    /** Identifies the record within a workspace and day: 1 to 64 characters from 0x20 to 0x7E. */
    static final int RECORD_ID = 0;

    /** RFC 3339 instant in the billing day of the folder. */
    static final int TIME = 1;

    /** The workspace of the folder. */
    static final int WORKSPACE_ID = 2;

    /** The kind of the record: a code of {@link io.billingcenter.domain.usage.TrafficKind}. */
    static final int KIND = 3;

    /** The detail of the kind that decides price or weight; may be empty. */
    static final int SUBJECT = 4;

    /** The entity that distinct counts count; may be empty if the kind counts none. */
    static final int ENTITY = 5;

    /** Number of identical items that the record represents; empty = 1. */
    static final int ITEMS = 6;

    /** Size of each item in bytes. */
    static final int BYTES = 7;

    /** Seconds, with a meaning specific to the kind. */
    static final int SECONDS = 8;

    /** Number of columns. */
    static final int COUNT = 9;

    /** The first line of every traffic log. */
    static final String HEADER = "record_id,time,workspace_id,kind,subject,entity,count,bytes,seconds";

    private static final int SCRATCH_BYTES = 256;

    private final int[] from = new int[COUNT];
    private final int[] to = new int[COUNT];
    private byte[] bytes = {};
    private byte[] scratch = new byte[SCRATCH_BYTES];
    private int scratchSize;
    private boolean canonical;

    /** Sets the columns from a well-formed record of nine columns without quotes. */
    void split(byte[] record, int start, int end) {
        bytes = record;
        canonical = true;
        int column = 0;
        from[0] = start;
        for (int index = start; index < end; index++) {
            if (record[index] == ',') {
                to[column] = index;
                column++;
                from[column] = index + 1;
            }
        }
        to[column] = end;
    }

    /** Sets the columns from nine decoded texts. */
    void take(List<String> texts) {
        scratchSize = 0;
        canonical = false;
        for (int column = 0; column < COUNT; column++) {
            byte[] text = texts.get(column).getBytes(StandardCharsets.UTF_8);
            from[column] = scratchSize;
            append(text, 0, text.length);
            to[column] = scratchSize;
        }
        bytes = Arrays.copyOf(scratch, scratchSize);
    }

    byte[] bytes() {
        return bytes;
    }

    int from(int column) {
        return from[column];
    }

    int to(int column) {
        return to[column];
    }

    boolean isEmpty(int column) {
        return from[column] == to[column];
    }

    String text(int column) {
        return new String(bytes, from[column], to[column] - from[column], StandardCharsets.UTF_8);
    }

    boolean equals(int column, byte[] text) {
        return Arrays.equals(bytes, from[column], to[column], text, 0, text.length);
    }

    /** Computes the fingerprint of the canonical text of these columns, first and last included. */
    void fingerprint(int first, int last, Fingerprints fingerprints) {
        if (canonical) {
            fingerprints.ofBytes(bytes, from[first], to[last]);
            return;
        }
        scratchSize = 0;
        for (int column = first; column <= last; column++) {
            if (column > first) {
                append(',');
            }
            appendCanonical(column);
        }
        fingerprints.ofBytes(scratch, 0, scratchSize);
    }

    private void appendCanonical(int column) {
        if (!needsQuotes(column)) {
            append(bytes, from[column], to[column]);
            return;
        }
        append('"');
        for (int index = from[column]; index < to[column]; index++) {
            if (bytes[index] == '"') {
                append('"');
            }
            append(bytes[index]);
        }
        append('"');
    }

    private boolean needsQuotes(int column) {
        for (int index = from[column]; index < to[column]; index++) {
            byte c = bytes[index];
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return true;
            }
        }
        return false;
    }

    private void append(byte[] text, int start, int end) {
        reserve(end - start);
        System.arraycopy(text, start, scratch, scratchSize, end - start);
        scratchSize += end - start;
    }

    private void append(int c) {
        reserve(1);
        scratch[scratchSize] = (byte) c;
        scratchSize++;
    }

    private void reserve(int size) {
        if (scratchSize + size > scratch.length) {
            scratch = Arrays.copyOf(scratch, Math.max(scratchSize + size, scratch.length * 2));
        }
    }
}
