package io.billingcenter.domain.guard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * The limits of the amounts that a night may post without consent. A limit is exceeded only if both of its parts are,
 * except that the number of accounts held as unusual only has to be reached. Shares are percentages.
 *
 * @param below limit of the adjustments below zero, relative to the median day
 * @param above limit of the adjustments above zero, relative to the median day
 * @param daysBelow limit of the workspace-days with an adjustment below zero, relative to those charged on the day
 *     of the run
 * @param usage limit of the usage charges of the day of the run
 * @param unusual limit of the accounts held as unusual by the night, relative to those charged on the day of the
 *     run
 * @param leastDays number of days of history needed to determine the median day, from 1
 */
public record NightLimits(
        Share below, Share above, CountShare daysBelow, Usage usage, CountShare unusual, int leastDays) {

    /** A percentage and an amount. */
    public record Share(int percent, CurrencyFloor floor) {}

    /** A percentage and a number. */
    public record CountShare(int percent, long number) {}

    /**
     * The limits of usage charges.
     *
     * @param factor multiple of the median day
     * @param factorOfMany multiple of the median day if many accounts are charged
     * @param many number of accounts from which on they are many
     * @param floor amount that must be exceeded
     */
    public record Usage(int factor, int factorOfMany, long many, CurrencyFloor floor) {}

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The share of an amount that a list may leave out: small accounts that together stay below it are not named. */
    private static final BigDecimal UNLISTED = new BigDecimal("0.01");

    /** Returns the accounts by which limits are exceeded; empty if no limit is. */
    public List<GuardFinding> exceeded(NightFigures night) {
        List<GuardFinding> findings = new ArrayList<>();
        BigDecimal median = medianDay(night);
        addAdjustments(findings, night, GuardReason.ADJUSTMENTS_BELOW_ZERO, below, median);
        addAdjustments(findings, night, GuardReason.ADJUSTMENTS_ABOVE_ZERO, above, median);
        addDaysBelow(findings, night);
        addUsage(findings, night);
        addUnusual(findings, night);
        return List.copyOf(findings);
    }

    /** Returns the median of the days before, or the charges of the night's own day if there are too few of them. */
    private BigDecimal medianDay(NightFigures night) {
        return night.history().size() < leastDays ? night.usage() : Median.of(night.history());
    }

    private static void addAdjustments(
            List<GuardFinding> findings, NightFigures night, GuardReason reason, Share limit, BigDecimal median) {
        boolean isBelow = reason == GuardReason.ADJUSTMENTS_BELOW_ZERO;
        Function<AccountNight, BigDecimal> amount = isBelow ? AccountNight::below : AccountNight::above;
        BigDecimal sum = sum(night, amount);
        BigDecimal floor = limit.floor().in(night.currency());
        boolean aboveShare = sum.multiply(HUNDRED).compareTo(median.multiply(BigDecimal.valueOf(limit.percent()))) > 0;
        if (aboveShare && sum.compareTo(floor) > 0) {
            String whole = " of " + AmountText.of(night.currency(), sum) + " in adjustments "
                    + (isBelow ? "below" : "above") + " zero; the limits are " + limit.percent()
                    + " % of a median day of " + AmountText.of(night.currency(), median) + ", and "
                    + AmountText.of(night.currency(), floor);
            list(findings, reason, night, amount, whole);
        }
    }

    private void addDaysBelow(List<GuardFinding> findings, NightFigures night) {
        long days = night.accounts().stream().mapToLong(AccountNight::daysBelow).sum();
        if (days > daysBelow.number() && isAboveShare(days, daysBelow.percent(), night.workspaceDaysCharged())) {
            for (AccountNight account : night.accounts()) {
                if (account.daysBelow() > 0) {
                    findings.add(new GuardFinding(
                            GuardReason.ADJUSTED_WORKSPACE_DAYS,
                            account.account(),
                            "",
                            BigDecimal.valueOf(account.daysBelow()),
                            account.daysBelow() + " of " + days
                                    + " workspace-days with an adjustment below zero; the limits are "
                                    + daysBelow.percent() + " % of the " + night.workspaceDaysCharged()
                                    + " charged in " + night.currency() + " on the day of the run, and "
                                    + daysBelow.number()));
                }
            }
        }
    }

    private void addUsage(List<GuardFinding> findings, NightFigures night) {
        if (!night.postsUsage() || night.history().size() < leastDays) {
            return;
        }
        int factor = night.accountsCharged() >= usage.many() ? usage.factorOfMany() : usage.factor();
        BigDecimal sum = night.usage();
        BigDecimal median = medianDay(night);
        BigDecimal floor = usage.floor().in(night.currency());
        if (sum.compareTo(median.multiply(BigDecimal.valueOf(factor))) > 0 && sum.compareTo(floor) > 0) {
            String whole = " of " + AmountText.of(night.currency(), sum) + " for usage of the day; the limits are "
                    + factor + " times a median day of " + AmountText.of(night.currency(), median) + ", and "
                    + AmountText.of(night.currency(), floor);
            list(findings, GuardReason.USAGE_CHARGES, night, AccountNight::usage, whole);
        }
    }

    private void addUnusual(List<GuardFinding> findings, NightFigures night) {
        long accounts = night.accounts().stream()
                .filter(account -> account.newlyHeld().signum() > 0)
                .count();
        if (accounts >= unusual.number() && isAboveShare(accounts, unusual.percent(), night.accountsCharged())) {
            String whole = " held as unusual, as are charges of " + accounts + " accounts in all; the limits are "
                    + unusual.percent() + " % of the " + night.accountsCharged()
                    + " charged on the day of the run, and "
                    + unusual.number();
            for (AccountNight account : night.accounts()) {
                if (account.newlyHeld().signum() > 0) {
                    findings.add(finding(
                            GuardReason.UNUSUAL_ACCOUNTS, account, night.currency(), account.newlyHeld(), whole));
                }
            }
        }
    }

    /**
     * Lists the accounts that make up the sum, the largest first, without the many small ones that contribute next to
     * nothing.
     */
    private static void list(
            List<GuardFinding> findings,
            GuardReason reason,
            NightFigures night,
            Function<AccountNight, BigDecimal> amount,
            String whole) {
        BigDecimal left = sum(night, amount);
        BigDecimal unlisted = left.multiply(UNLISTED);
        List<AccountNight> largestFirst = night.accounts().stream()
                .filter(account -> amount.apply(account).signum() > 0)
                .sorted(Comparator.comparing(amount).reversed().thenComparing(AccountNight::account))
                .toList();
        for (AccountNight account : largestFirst) {
            if (left.compareTo(unlisted) < 0) {
                return;
            }
            findings.add(finding(reason, account, night.currency(), amount.apply(account), whole));
            left = left.subtract(amount.apply(account));
        }
    }

    private static GuardFinding finding(
            GuardReason reason, AccountNight account, String currency, BigDecimal amount, String whole) {
        return new GuardFinding(reason, account.account(), currency, amount, AmountText.of(currency, amount) + whole);
    }

    private static BigDecimal sum(NightFigures night, Function<AccountNight, BigDecimal> amount) {
        return night.accounts().stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static boolean isAboveShare(long number, int percent, long all) {
        return BigDecimal.valueOf(number)
                        .multiply(HUNDRED)
                        .compareTo(BigDecimal.valueOf(all).multiply(BigDecimal.valueOf(percent)))
                > 0;
    }
}
