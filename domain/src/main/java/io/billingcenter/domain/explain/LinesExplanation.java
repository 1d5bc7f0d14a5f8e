package io.billingcenter.domain.explain;

import io.billingcenter.domain.money.Money;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Bill lines: a single posting, or all postings of the same line.
 *
 * @param name name by which the lines were requested
 * @param postings postings, oldest first; at least one
 * @param days workspace-days of the postings
 * @param bills daily bills of the postings
 */
public record LinesExplanation(
        String name, List<PostingExplanation> postings, List<DayExplanation> days, List<BillExplanation> bills)
        implements Explanation {

    /** Returns the sums of the postings by currency. */
    public SortedMap<Currency, Money> totals() {
        SortedMap<Currency, Money> totals = new TreeMap<>(Comparator.comparing(Currency::getCurrencyCode));
        postings.forEach(posting -> totals.merge(posting.amount().currency(), posting.amount(), Money::plus));
        return totals;
    }
}
