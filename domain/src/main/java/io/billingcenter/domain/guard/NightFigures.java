package io.billingcenter.domain.guard;

import java.math.BigDecimal;
import java.util.List;

/**
 * The amounts that a night is about to post in one currency, with the usual ones.
 *
 * @param currency ISO code
 * @param history sums of usage charges of the billing days before the day of the run, those above 0
 * @param postsUsage whether usage of the day of the run is still to be posted
 * @param accountsCharged accounts with usage charges on the day of the run, held ones included
 * @param workspaceDaysCharged workspace-days with such charges
 * @param accounts every account to which something is posted
 */
public record NightFigures(
        String currency,
        List<BigDecimal> history,
        boolean postsUsage,
        long accountsCharged,
        long workspaceDaysCharged,
        List<AccountNight> accounts) {

    /** Keeps copies. */
    public NightFigures {
        history = List.copyOf(history);
        accounts = List.copyOf(accounts);
    }

    /** Usage charges of the day of the run. */
    BigDecimal usage() {
        return accounts.stream().map(AccountNight::usage).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
