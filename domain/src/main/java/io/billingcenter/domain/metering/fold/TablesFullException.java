package io.billingcenter.domain.metering.fold;

/**
 * The tables of a fold would take more memory than they may. What was folded so far is of no use; the caller reads two
 * halves of the slice instead ({@link Slice#parts}).
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
