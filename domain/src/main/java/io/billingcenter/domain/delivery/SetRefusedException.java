package io.billingcenter.domain.delivery;

/**
 * Thrown when a set of files of a month is not to be published; the other sets are. The message states what was expected, what
 * was found and the remedy.
 */
public class SetRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean unbalanced;

    private SetRefusedException(String message, boolean unbalanced) {
        super(message);
        this.unbalanced = unbalanced;
    }

    /** Returns the refusal of a set for which something is missing or cannot be shown. */
    public static SetRefusedException incomplete(String message) {
        return new SetRefusedException(message, false);
    }

    /** Returns the refusal of a set with figures that do not balance. */
    public static SetRefusedException unbalanced(String message) {
        return new SetRefusedException(message, true);
    }

    /** Returns whether figures do not balance. */
    public boolean isUnbalanced() {
        return unbalanced;
    }
}
