package io.billingcenter.domain.guard;

import java.math.BigDecimal;
import java.util.List;

/**
 * An account-day whose usage charges are far above the usual amount.
 *
 * @param amount usage charges
 * @param usual median of the days before
 * @param limits limits that are exceeded
 */
public record UnusualDay(AccountDay key, BigDecimal amount, BigDecimal usual, AccountLimits limits) {

    /** Returns the stop that a person can consent to; its subject is this account-day. */
    public GuardStop stop() {
        GuardFinding finding =
                new GuardFinding(GuardReason.UNUSUAL_ACCOUNT, key.account().value(), key.currency(), amount, finding());
        return new GuardStop(GuardLevel.ACCOUNT, key.day(), "", List.of(finding));
    }

    /** Returns a description of the unusual amount and the remedy, for people. */
    public String detail() {
        return "account " + key.account() + ": " + finding()
                + "; correct the input, or, if this is meant: billing confirm " + stop().fingerprint()
                + " --reason TEXT";
    }

    private String finding() {
        return "usage of " + key.day() + " comes to " + AmountText.of(key.currency(), amount) + ", more than "
                + limits.factor() + " times its median day of " + AmountText.of(key.currency(), usual)
                + " and more than "
                + AmountText.of(key.currency(), limits.floor().in(key.currency()));
    }
}
