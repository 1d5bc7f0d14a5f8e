package io.billingcenter.domain.account;

/** What becomes of the workspaces of a cloud account that has ended (billing rules 5.6, reading Q21). */
public enum ReleaseRule {
    /** The wallet of the billing account pays from then on. */
    SWITCH,
    /** Usage is held until another binding names who pays. */
    LOCK
}
