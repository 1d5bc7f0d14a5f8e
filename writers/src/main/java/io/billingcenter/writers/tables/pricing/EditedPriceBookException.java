package io.billingcenter.writers.tables.pricing;

import io.billingcenter.domain.time.BillingDay;

/** A price book was changed after it had been used. */
public final class EditedPriceBookException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    EditedPriceBookException(BillingDay version, String usedDigest, String foundDigest) {
        super(
                "Expected price book " + version + " as it was used, with SHA-256 " + usedDigest + ", found one with "
                        + foundDigest
                        + "; a price book is never edited after use: put the new prices into a new version and restore the old file");
    }
}
