package io.billingcenter.domain.archive;

import io.billingcenter.domain.time.BillingMonth;
import java.util.List;

/** Thrown when details of months may not be purged yet; nothing was changed. The message lists every reason with its remedy. */
public final class PurgeRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception for these reasons.
     *
     * @param before the month before which details were to be purged
     */
    public PurgeRefusedException(BillingMonth before, List<String> reasons) {
        super("Expected months before " + before + " of which nothing is open any more, found:\n  "
                + String.join("\n  ", reasons)
                + "\nNothing was changed. Resolve these, or name an earlier month with --before.");
    }
}
