package io.billingcenter.domain.pricing;

import io.billingcenter.domain.usage.Meter;
import java.math.BigDecimal;

/**
 * An addition to a yearly package: additional quota of one meter, as long as the package is in force (billing rules
 * 2.6).
 *
 * @param packageId id of the package
 * @param quantity additional daily quota in base units of the meter, above 0
 * @param discount fraction of the price that is paid, from 0 to 1
 */
public record TrafficPack(String id, String packageId, Meter meter, BigDecimal quantity, BigDecimal discount) {

    /** Checks the ranges. */
    public TrafficPack {
        if (quantity.signum() <= 0) {
            throw new IllegalArgumentException(
                    "Expected a quantity above 0 in traffic pack " + id + ", found " + quantity.toPlainString());
        }
        if (discount.signum() < 0 || discount.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException(
                    "Expected a discount from 0 to 1 in traffic pack " + id + ", found " + discount.toPlainString());
        }
    }
}
