package io.billingcenter.domain.guard;

import io.billingcenter.domain.time.BillingDay;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * The limits of the daily usage charges of an account; charges are unusual only if they exceed both limits.
 *
 * @param factor multiple of the median of the days before
 * @param floor amount that must be exceeded, by currency
 * @param historyDays number of billing days of history, from 1; days held as unusual are skipped and not counted
 * @param leastDays number of days with charges above 0 needed to determine the usual amount, from 1
 */
public record AccountLimits(int factor, CurrencyFloor floor, int historyDays, int leastDays) {

    /**
     * Returns the median of the history if the charges of the day are unusual compared with it.
     *
     * <p>Held days do not use up the history. An account whose charges stay unusual is compared with the days before
     * the first unusual one, as far back as the given sums reach.
     *
     * @param amount usage charges of the day in the currency with the given ISO code
     * @param before sums of earlier billing days in the same currency; a missing day had no charges
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
            // Held days are skipped without using up the history; otherwise an unusual level would become the usual one
            // after some days.
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
