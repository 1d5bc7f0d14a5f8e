package io.billingcenter.readers.files.traffic;

import io.billingcenter.domain.usage.RecordPlace;
import io.billingcenter.domain.usage.Rejection;
import io.billingcenter.domain.usage.RejectionReason;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The reason why a record or file does not count.
 *
 * @param detail the expected and the found value, short and without control characters
 */
record RecordFault(RejectionReason reason, String detail) {

    /** Number of characters up to which found values are shown. */
    static final int MAX_FOUND_LENGTH = 80;

    private static final byte[] NO_BYTES = {};

    /**
     * Returns the first fault of the record's encoding and grammar, which is checked before its columns (reading B4).
     */
    static @Nullable RecordFault ofGrammar(RecordSplitter record) {
        byte[] bytes = record.bytes();
        int bad = Utf8.firstFault(bytes, record.start(), record.end(), record.overLimit());
        if (bad >= 0) {
            return new RecordFault(
                    RejectionReason.UNREADABLE_TEXT,
                    "Expected UTF-8, found byte 0x" + Integer.toHexString(bytes[bad] & 0xFF) + " at "
                            + (bad - record.start()) + " of the record");
        }
        String malformed = record.malformed();
        return malformed == null ? null : new RecordFault(RejectionReason.MALFORMED, malformed);
    }

    static RecordFault conflictWith(RecordPlace earlier) {
        return new RecordFault(RejectionReason.CONFLICT, "first at " + earlier);
    }

    /** Returns the fault of a value: the expected value, and the found one in quotes. */
    static RecordFault found(RejectionReason reason, String expected, String found) {
        return new RecordFault(reason, "Expected " + expected + ", found " + quoted(found));
    }

    /**
     * Returns the text in single quotes, cut to a readable length, with control characters and broken ones replaced.
     */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("'");
        text.codePoints().limit(MAX_FOUND_LENGTH).map(RecordFault::shown).forEach(quoted::appendCodePoint);
        return quoted.append(text.codePointCount(0, text.length()) > MAX_FOUND_LENGTH ? "'..." : "'")
                .toString();
    }

    private static int shown(int c) {
        boolean broken = Character.isISOControl(c) || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return broken ? '?' : c;
    }

    Rejection ofFile(String file) {
        return new Rejection(RecordPlace.wholeFile(file), reason, detail, NO_BYTES);
    }

    Rejection of(RecordSplitter record, String file) {
        RecordPlace place = new RecordPlace(file, record.line(), record.offset());
        return at(place, record.bytes(), record.start(), record.end());
    }

    /** Returns the rejection of the record in that range of the bytes. */
    Rejection at(RecordPlace place, byte[] bytes, int from, int to) {
        return new Rejection(place, reason, detail, Arrays.copyOfRange(bytes, from, to));
    }
}
