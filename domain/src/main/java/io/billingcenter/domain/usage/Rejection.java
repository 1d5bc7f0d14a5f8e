package io.billingcenter.domain.usage;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A record or file that does not count, with its place, the reason and its bytes.
 *
 * @param detail description of the fault, or the place of the record it conflicts with
 * @param raw bytes as read, without the line ending; empty for a whole file
 */
@SuppressWarnings(
        "ArrayRecordComponent") // the bytes of a rejected record need not be text; equals and hashCode compare the
// content
public record Rejection(RecordPlace place, RejectionReason reason, String detail, byte[] raw) {

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Rejection that
                && place.equals(that.place)
                && reason == that.reason
                && detail.equals(that.detail)
                && Arrays.equals(raw, that.raw);
    }

    @Override
    public int hashCode() {
        return place.hashCode() * 31 + reason.hashCode();
    }

    @Override
    public String toString() {
        return place + " " + reason.code() + ": " + detail;
    }
}
