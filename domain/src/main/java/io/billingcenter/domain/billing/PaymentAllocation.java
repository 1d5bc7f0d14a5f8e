package io.billingcenter.domain.billing;

import io.billingcenter.domain.money.Money;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives every posting of a line its part of each source that paid the line, so that the parts of a posting add up to it and
 * those of a source to what it paid (billing rules 7.3, invariants). The same for the lines of a share, where only the payment
 * of the share is known.
 *
 * <p>Lines take from the sources in the order of payment. A line below zero gives back: first to the sources that got
 * something back, then to the last source that paid the share, which so pays more of the other lines.
 */
public final class PaymentAllocation {

    private final Money nothing;
    private final List<Money> takings = new ArrayList<>();
    private final List<Money> returns = new ArrayList<>();

    /**
     * The spread of one share.
     *
     * @param sources what each source paid of the share, in the order of payment; below zero where it got back
     * @param taking sum of the lines of the share above zero
     * @param giving sum of the lines below zero
     * @param fallback number of the source that pays lines which cancel out, when no source paid anything
     * @throws UnbalancedBillException when the sources are not what the lines add up to
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
     * The spread of what paid and what got something back.
     *
     * @param paid what each source paid, in the order of payment; at least nothing
     * @param returned what each source got back, in the same order; at most nothing
     * @param taking sum of the lines above zero
     * @param giving sum of the lines below zero
     * @param fallback number of the source that pays lines which cancel out, when no source paid anything
     * @throws UnbalancedBillException when the sources are not what the lines add up to
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
        Money more = giving.minus(sum(returned));
        if (more.isPositive()) {
            throw new UnbalancedBillException(
                    "Expected the sources of a share to get back no more than its lines give, " + giving + ", found "
                            + giving.minus(more));
        }
        takings.set(last, takings.get(last).minus(more));
        returns.set(last, returns.get(last).plus(more));
    }

    private Money sum(List<Money> amounts) {
        return amounts.stream().reduce(nothing, Money::plus);
    }

    /**
     * Leaves out lines that come before those asked for.
     *
     * @param taken sum of those above zero
     * @param given sum of those below zero
     */
    public void skip(Money taken, Money given) {
        distribute(taken, takings);
        distribute(given, returns);
    }

    /** The parts of the next line, one for each source. */
    public List<Money> next(Money line) {
        return distribute(line, line.compareTo(nothing) < 0 ? returns : takings);
    }

    /** What is left of the sources has the sign of the amount. */
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
            throw new UnbalancedBillException("Expected the lines of a share to be those it was made of, found " + open
                    + " more than its sources paid");
        }
        return parts;
    }

    private Money nearerToZero(Money one, Money other) {
        boolean positive = one.compareTo(nothing) > 0 || other.compareTo(nothing) > 0;
        return (one.compareTo(other) < 0) == positive ? one : other;
    }
}
