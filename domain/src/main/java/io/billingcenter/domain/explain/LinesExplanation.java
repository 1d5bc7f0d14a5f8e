package io.billingcenter.domain.explain;

import io.billingcenter.domain.money.Money;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Bill lines: one posting, or all that were posted for the same.
 *
 * @param name as it was asked for
 * @param postings oldest first; at least one
 * @param days the workspace-days they are for
 * @param bills the daily bills they are on
 */
public record LinesExplanation(
        String name, List<PostingExplanation> postings, List<DayExplanation> days, List<BillExplanation> bills)
        implements Explanation {

    /** The sum of the postings, by currency. */
    public SortedMap<Currency, Money> totals() {
        SortedMap<Currency, Money> totals = new TreeMap<>(Comparator.comparing(Currency::getCurrencyCode));
        postings.forEach(posting -> totals.merge(posting.amount().currency(), posting.amount(), Money::plus));
        return totals;
    }
}
