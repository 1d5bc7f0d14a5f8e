package io.billingcenter.domain.guard;

import java.math.BigDecimal;

/**
 * One reason for which a guard stops a run.
 *
 * @param subject the account, file or folder that it concerns, together with the reason its identity within a stop
 * @param currency ISO code of the amount; empty when the amount is a number of rows, files or workspace-days
 * @param amount magnitude found, at least 0: money in the currency, or a number
 * @param detail what was expected and found, for people
 */
public record GuardFinding(GuardReason reason, String subject, String currency, BigDecimal amount, String detail) {

    /** Checks the range. */
    public GuardFinding {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("Expected an amount of at least 0, found " + amount);
        }
    }

    /** The identity of the finding: amounts are not part of it. */
    String identity() {
        return reason.code() + '\0' + subject + '\0' + currency;
    }
}
