package io.billingcenter.domain.document;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.money.Money;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a workspace on an invoice.
 *
 * @param workspace null for amounts that the account owes without a workspace
 * @param name name of the workspace; empty without one
 * @param lines at least one, by meter, tier, kind and price
 */
public record WorkspaceSection(@Nullable WorkspaceId workspace, String name, List<MeterLine> lines) {

    /**
     * The lines of one meter.
     *
     * @param lines at least one
     */
    public record MeterGroup(List<MeterLine> lines, Money subtotal) {

        /** Returns whether the group has several lines, so that its subtotal says something new. */
        public boolean hasSeveralLines() {
            return lines.size() > 1;
        }
    }

    /** Copies the lines. */
    public WorkspaceSection {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("Expected a line of workspace " + workspace + ", found none");
        }
    }

    /** Returns the sum of the lines. */
    public Money subtotal() {
        return sum(lines);
    }

    /** Returns the lines by meter, in their order. */
    public List<MeterGroup> meters() {
        List<MeterGroup> groups = new ArrayList<>();
        int first = 0;
        for (int next = 1; next <= lines.size(); next++) {
            if (next == lines.size() || !sameMeter(lines.get(first), lines.get(next))) {
                List<MeterLine> group = List.copyOf(lines.subList(first, next));
                groups.add(new MeterGroup(group, sum(group)));
                first = next;
            }
        }
        return groups;
    }

    private static boolean sameMeter(MeterLine line, MeterLine other) {
        return line.tier() != null
                && other.tier() != null
                && line.tier().meter() == other.tier().meter();
    }

    private static Money sum(List<MeterLine> lines) {
        return lines.stream().map(MeterLine::amount).reduce(Money::plus).orElseThrow();
    }
}
