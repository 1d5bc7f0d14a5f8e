package io.billingcenter.domain.account;

/** The change from one binding of a workspace to the next, with or without a gap between them (billing rules 5.4). */
public record BindingChange(Binding earlier, Binding later) {

    /**
     * Returns whether the settlement changes: its method, or the account at the vendor. A move to another billing
     * account alone is no such change.
     */
    public boolean ofSettlement() {
        return earlier.settlement() != later.settlement()
                || !earlier.cloudAccount().equals(later.cloudAccount());
    }

    /** Returns whether the workspace moves to another billing account. */
    public boolean ofAccount() {
        return !earlier.account().equals(later.account());
    }
}
