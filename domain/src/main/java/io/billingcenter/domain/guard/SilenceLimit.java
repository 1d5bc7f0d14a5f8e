package io.billingcenter.domain.guard;

import java.math.BigDecimal;
import java.util.Map;

/**
 * The limit above which workspaces that fell silent together need attention.
 *
 * @param chargeShare percentage of the charges of the day before, in any currency
 * @param workspaces number of workspaces below which only the charges decide
 * @param workspaceShare percentage of the workspaces charged on the day before
 */
public record SilenceLimit(int chargeShare, int workspaces, int workspaceShare) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * A number of workspaces with their charges for a day.
     *
     * @param amounts charges by ISO code of the currency
     */
    public record Charged(long workspaces, Map<String, BigDecimal> amounts) {

        /** Copies the amounts. */
        public Charged {
            amounts = Map.copyOf(amounts);
        }
    }

    /** Returns whether the silent workspaces exceed the limit, relative to all charged ones. */
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
