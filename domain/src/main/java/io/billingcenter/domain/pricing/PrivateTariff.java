package io.billingcenter.domain.pricing;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.time.DayRange;
import java.math.BigDecimal;

/**
 * The agreed tariff of a private deployment, for which no list price is published (billing rules 8). Prices are in the
 * currency of the billing account that the workspace is bound to.
 *
 * @param collectors number of collectors; 0 for {@link PrivateScheme#PAYG}, which counts the active ones
 * @param price price of one collector: for a day, for a year or once, depending on the scheme
 * @param maintenance yearly price of maintenance for one collector from the second year on; 0 unless the scheme is
 *     {@link PrivateScheme#LICENCE}
 */
public record PrivateTariff(
        WorkspaceId workspace,
        PrivateScheme scheme,
        int collectors,
        BigDecimal price,
        BigDecimal maintenance,
        DayRange days) {

    /** Checks that the numbers fit the scheme, and removes trailing zeros of the prices. */
    public PrivateTariff {
        price = CanonicalPrice.of(price);
        maintenance = CanonicalPrice.of(maintenance);
        boolean counted = scheme == PrivateScheme.PAYG;
        if (counted ? collectors != 0 : collectors < 1) {
            throw new IllegalArgumentException("Expected " + (counted ? "0" : "at least 1")
                    + " collectors in the " + scheme.code() + " tariff of workspace " + workspace + ", found "
                    + collectors);
        }
        if (scheme != PrivateScheme.LICENCE && maintenance.signum() != 0) {
            throw new IllegalArgumentException("Expected no maintenance in the " + scheme.code()
                    + " tariff of workspace " + workspace + ", found " + maintenance.toPlainString());
        }
    }
}
