package io.billingcenter.domain.guard;

import java.math.BigDecimal;

/**
 * A single finding for which a guard stops a run.
 *
 * @param subject account, file or folder concerned; together with the reason it identifies the finding within a
 *     stop
 * @param currency ISO code of the currency; empty if the amount is a number of rows, files or workspace-days
 * @param amount magnitude of the finding, at least 0: money in the currency, or a number
 * @param detail expectation and finding, for people
 */
public record GuardFinding(GuardReason reason, String subject, String currency, BigDecimal amount, String detail) {

    /** Checks that the amount is at least 0. */
    public GuardFinding {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("Expected an amount of at least 0, found " + amount);
        }
    }

    /** Returns the identity of the finding, which does not include the amount. */
    String identity() {
        return reason.code() + '\0' + subject + '\0' + currency;
    }
}
