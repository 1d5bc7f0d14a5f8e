package io.billingcenter.readers.files.traffic;

import io.billingcenter.domain.usage.RecordPlace;
import io.billingcenter.domain.usage.Rejection;
import io.billingcenter.domain.usage.RejectionReason;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Why a record or file does not count.
 *
 * @param detail what was expected and what was found, short and without control characters
 */
record RecordFault(RejectionReason reason, String detail) {

    /** Found values are shown up to that many characters. */
    static final int MAX_FOUND_LENGTH = 80;

    private static final byte[] NO_BYTES = {};

    /** The first fault of the record's text and grammar, before its columns are looked at (reading B4). */
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

    /** A fault of a value: what was expected, and the value found in quotes. */
    static RecordFault found(RejectionReason reason, String expected, String found) {
        return new RecordFault(reason, "Expected " + expected + ", found " + quoted(found));
    }

    /** The text in single quotes: cut to a length that can be read, control characters and broken ones replaced. */
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

    /** The rejection of a record that lies in that range of the bytes. */
    Rejection at(RecordPlace place, byte[] bytes, int from, int to) {
        return new Rejection(place, reason, detail, Arrays.copyOfRange(bytes, from, to));
    }
}
