package io.billingcenter.domain.metering.fold;

/**
 * Thrown when the tables of a fold would exceed their memory limit. The partial result is useless; the caller divides
 * the slice into {@linkplain Slice#parts parts} and folds each of them.
 */
public final class TablesFullException extends RuntimeException {

    private static final long serialVersionUID = 1;

    TablesFullException(long mostBytes) {
        super(
                "Expected the tables of a reading to need at most " + mostBytes + " bytes, found more",
                null,
                false,
                false);
    }
}
