package io.billingcenter.domain.guard;

import java.math.BigDecimal;
import java.util.Map;

/**
 * The limit above which workspaces that fell silent together are something to look at.
 *
 * @param chargeShare per cent of the charges of the day before, in a currency
 * @param workspaces workspaces below which only charges count
 * @param workspaceShare per cent of the workspaces that were charged on the day before
 */
public record SilenceLimit(int chargeShare, int workspaces, int workspaceShare) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * Workspaces and what they were charged for a day.
     *
     * @param amounts by the ISO code of the currency
     */
    public record Charged(long workspaces, Map<String, BigDecimal> amounts) {

        /** Keeps a copy of the amounts. */
        public Charged {
            amounts = Map.copyOf(amounts);
        }
    }

    /** Returns whether the silent ones exceed the limit, given all that were charged. */
    public boolean isExceededBy(Charged silent, Charged all) {
        boolean charges = silent.amounts.entrySet().stream().anyMatch(entry -> {
            BigDecimal total = all.amounts.getOrDefault(entry.getKey(), BigDecimal.ZERO);
            return entry.getValue().multiply(HUNDRED).compareTo(total.multiply(BigDecimal.valueOf(chargeShare))) > 0;
        });
        return charges
                || silent.workspaces >= workspaces
                        && silent.workspaces * 100 > Math.multiplyExact(all.workspaces, (long) workspaceShare);
    }
}
