package io.billingcenter.domain.explain;

import io.billingcenter.domain.money.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * A difference at one level: the total, an account, a workspace or a line. The differences of the parts add up to the
 * difference of the whole.
 *
 * @param level level of the comparison
 * @param name name of the currency, account, workspace or item
 * @param parts parts that differ
 * @param lines details of a line; null above the level of lines
 */
public record Difference(
        DifferenceLevel level,
        String name,
        Money left,
        Money right,
        List<Difference> parts,
        @Nullable Lines lines) {

    /** Both sides of a line with the reasons for the difference; an absent side has quantity 0 and no prices. */
    public record Lines(
            BigDecimal quantityLeft,
            BigDecimal quantityRight,
            SortedSet<BigDecimal> pricesLeft,
            SortedSet<BigDecimal> pricesRight,
            Set<DifferenceReason> reasons) {}

    /** Returns the amount by which the right side is larger. */
    public Money difference() {
        return right.minus(left);
    }
}
