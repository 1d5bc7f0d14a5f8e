package io.billingcenter.domain.usage;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A record or file that does not count: where it lies, why, and its bytes.
 *
 * @param detail what was found, or the place of the record it conflicts with
 * @param raw the bytes as read, without the line end; empty for a whole file
 */
@SuppressWarnings("ArrayRecordComponent") // bytes of a bad record need not be text; equals and hashCode look into them
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
