package io.billingcenter.domain.account;

/** The identity of a billing account: 1 to 64 letters, digits or {@code - _ . : @}. */
public record BillingAccountId(String value) implements Comparable<BillingAccountId> {

    /** Checks the form of the id. */
    public BillingAccountId {
        Identifiers.requireWellFormed("billing account id", value);
    }

    @Override
    public int compareTo(BillingAccountId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
