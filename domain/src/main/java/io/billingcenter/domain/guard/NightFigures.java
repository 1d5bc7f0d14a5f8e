package io.billingcenter.domain.guard;

import java.math.BigDecimal;
import java.util.List;

/**
 * The amounts that a night is about to post in one currency, with the usual amounts.
 *
 * @param currency ISO code of the currency
 * @param history sums of usage charges of the billing days before the day of the run, only those above 0
 * @param postsUsage whether usage of the day of the run is still to be posted
 * @param accountsCharged number of accounts with usage charges on the day of the run, including held ones
 * @param workspaceDaysCharged number of workspace-days with such charges
 * @param accounts all accounts with postings
 */
public record NightFigures(
        String currency,
        List<BigDecimal> history,
        boolean postsUsage,
        long accountsCharged,
        long workspaceDaysCharged,
        List<AccountNight> accounts) {

    /** Copies the lists. */
    public NightFigures {
        history = List.copyOf(history);
        accounts = List.copyOf(accounts);
    }

    /** Returns the usage charges of the day of the run. */
    BigDecimal usage() {
        return accounts.stream().map(AccountNight::usage).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
