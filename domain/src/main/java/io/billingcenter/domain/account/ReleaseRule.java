package io.billingcenter.domain.account;

/** The rule for workspaces whose cloud account has ended (billing rules 5.6, reading Q21). */
public enum ReleaseRule {
    /** The wallet of the billing account pays from that day on. */
    SWITCH,
    /** Usage is held until another binding names a paying account. */
    LOCK
}
