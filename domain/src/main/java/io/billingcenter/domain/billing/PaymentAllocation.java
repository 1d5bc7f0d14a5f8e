package io.billingcenter.domain.billing;

import io.billingcenter.domain.money.Money;
import java.util.ArrayList;
import java.util.List;

/**
 * Allocates the sources that paid a line to its postings, so that the parts of a posting add up to the posting and the
 * parts of a source to the amount it paid (billing rules 7.3, invariants). Lines of a share are allocated in the same
 * way if only the payment of the share is known.
 *
 * <p>Lines draw on the sources in the order of payment. A line below zero returns money: first to the sources that
 * received a refund, then to the last source that paid the share, which in turn pays more of the other lines.
 */
public final class PaymentAllocation {

    private final Money nothing;
    private final List<Money> takings = new ArrayList<>();
    private final List<Money> returns = new ArrayList<>();

    /**
     * Creates the allocation of one share.
     *
     * @param sources net payment of each source, in the order of payment; below zero for a refund
     * @param taking sum of the lines of the share above zero
     * @param giving sum of the lines below zero
     * @param fallback index of the source that pays lines cancelling each other out if no source paid anything
     * @throws UnbalancedBillException if the sources and the lines do not add up to the same amount
     */
    public PaymentAllocation(List<Money> sources, Money taking, Money giving, int fallback) {
        this(
                sources.stream()
                        .map(source -> source.isNegative() ? source.minus(source) : source)
                        .toList(),
                sources.stream()
                        .map(source -> source.isNegative() ? source : source.minus(source))
                        .toList(),
                taking,
                giving,
                fallback);
    }

    /**
     * Creates the allocation from separate payments and refunds.
     *
     * @param paid payment of each source, in the order of payment; at least 0
     * @param returned refund of each source, in the same order; at most 0
     * @param taking sum of the lines above zero
     * @param giving sum of the lines below zero
     * @param fallback index of the source that pays lines cancelling each other out if no source paid anything
     * @throws UnbalancedBillException if the sources and the lines do not add up to the same amount
     */
    public PaymentAllocation(List<Money> paid, List<Money> returned, Money taking, Money giving, int fallback) {
        this.nothing = taking.minus(taking);
        Money all = sum(paid).plus(sum(returned));
        Money lines = taking.plus(giving);
        if (!all.equals(lines)) {
            throw new UnbalancedBillException("Expected the sources of a share to pay " + lines
                    + ", as its lines add up to, found " + all + "; settle the bill, then repeat");
        }
        takings.addAll(paid);
        returns.addAll(returned);
        int last = fallback;
        for (int i = 0; i < paid.size(); i++) {
            last = paid.get(i).isPositive() ? i : last;
        }
        // Lines below zero may return more than the sources got back. The last paying source receives the difference
        // and pays it to the other lines again, so the net payment of every source is unchanged.
        Money more = giving.minus(sum(returned));
        if (more.isPositive()) {
            throw new UnbalancedBillException("Expected the sources of a share to be refunded at most " + giving
                    + ", found " + giving.minus(more));
        }
        takings.set(last, takings.get(last).minus(more));
        returns.set(last, returns.get(last).plus(more));
    }

    private Money sum(List<Money> amounts) {
        return amounts.stream().reduce(nothing, Money::plus);
    }

    /**
     * Skips the lines before the next one.
     *
     * @param taken sum of the skipped lines above zero
     * @param given sum of the skipped lines below zero
     */
    public void skip(Money taken, Money given) {
        distribute(taken, takings);
        distribute(given, returns);
    }

    /** Returns the parts of the next line, one for each source. */
    public List<Money> next(Money line) {
        return distribute(line, line.compareTo(nothing) < 0 ? returns : takings);
    }

    /** The remaining amounts of the sources have the same sign as the amount. */
    private List<Money> distribute(Money amount, List<Money> left) {
        List<Money> parts = new ArrayList<>();
        Money open = amount;
        for (int i = 0; i < left.size(); i++) {
            Money part = nearerToZero(open, left.get(i));
            parts.add(part);
            left.set(i, left.get(i).minus(part));
            open = open.minus(part);
        }
        if (!open.isZero()) {
            throw new UnbalancedBillException(
                    "Expected the sources of a share to pay its lines exactly, found " + open + " that no source paid");
        }
        return parts;
    }

    private Money nearerToZero(Money one, Money other) {
        boolean positive = one.compareTo(nothing) > 0 || other.compareTo(nothing) > 0;
        return (one.compareTo(other) < 0) == positive ? one : other;
    }
}
