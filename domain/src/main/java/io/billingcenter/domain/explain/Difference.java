package io.billingcenter.domain.explain;

import io.billingcenter.domain.money.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * What differs at a level: in all, of an account, of a workspace, or of a line. The differences of the parts add up to that
 * of the whole.
 *
 * @param level total, account, workspace or line
 * @param name of the currency, account, workspace or item
 * @param parts those that differ
 * @param lines what a line was made of; null above lines
 */
public record Difference(
        String level,
        String name,
        Money left,
        Money right,
        List<Difference> parts,
        @Nullable Lines lines) {

    /** Both sides of a line, and why they differ; a side that is not there has quantity 0 and no prices. */
    public record Lines(
            BigDecimal quantityLeft,
            BigDecimal quantityRight,
            SortedSet<BigDecimal> pricesLeft,
            SortedSet<BigDecimal> pricesRight,
            Set<DifferenceReason> reasons) {}

    /** How much more the right side is. */
    public Money difference() {
        return right.minus(left);
    }
}
