package io.billingcenter.domain.delivery;

/** The accounts that get files of their own. */
public enum AccountFiles {
    /** No account. */
    NONE,
    /** The accounts with an invoice profile in force on the last day of the month. */
    PROFILED,
    /** All accounts with an invoice. */
    ALL;

    /**
     * Returns whether an account gets files.
     *
     * @param isProfiled whether it has an invoice profile in force
     */
    public boolean includes(boolean isProfiled) {
        return this == ALL || this == PROFILED && isProfiled;
    }
}
