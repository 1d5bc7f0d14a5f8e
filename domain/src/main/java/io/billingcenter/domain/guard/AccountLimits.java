package io.billingcenter.domain.guard;

import io.billingcenter.domain.time.BillingDay;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * Limits of the usage charges of an account for a billing day; they are unusual only above both of them.
 *
 * @param factor times the median of the days before
 * @param floor amount that must be exceeded, by currency
 * @param historyDays billing days before that are looked at, from 1; those held as unusual are left out and not counted
 * @param leastDays days rated above 0 that are needed to know what is usual, from 1
 */
public record AccountLimits(int factor, CurrencyFloor floor, int historyDays, int leastDays) {

    /**
     * The median day, if the charges of the day are unusual compared with it.
     *
     * <p>Days that are held do not use up the history: an account whose charges stay unusual is compared with the days
     * before the first unusual one, as long as the caller's sums go back that far.
     *
     * @param amount usage charges of the day, in the currency with that ISO code
     * @param before sums of earlier billing days in the same currency; a day that is not there was not charged
     */
    public Optional<BigDecimal> usualIfExceeded(
            BillingDay day, String currency, BigDecimal amount, NavigableMap<BillingDay, DaySum> before) {
        if (amount.compareTo(floor.in(currency)) <= 0) {
            return Optional.empty();
        }
        List<BigDecimal> usual = history(day, before);
        if (usual.size() < leastDays) {
            return Optional.empty();
        }
        BigDecimal median = Median.of(usual);
        boolean exceeded = amount.compareTo(median.multiply(BigDecimal.valueOf(factor))) > 0;
        return exceeded ? Optional.of(median) : Optional.empty();
    }

    private List<BigDecimal> history(BillingDay day, NavigableMap<BillingDay, DaySum> before) {
        List<BigDecimal> amounts = new ArrayList<>();
        NavigableMap<BillingDay, DaySum> earlier = before.headMap(day, false);
        int counted = 0;
        BillingDay at = day.minusDays(1);
        while (counted < historyDays && !earlier.isEmpty() && !at.isBefore(earlier.firstKey())) {
            DaySum sum = earlier.get(at);
            if (sum == null || !sum.held()) {
                counted++;
            }
            if (sum != null && !sum.held() && sum.amount().signum() > 0) {
                amounts.add(sum.amount());
            }
            at = at.minusDays(1);
        }
        return amounts;
    }
}
