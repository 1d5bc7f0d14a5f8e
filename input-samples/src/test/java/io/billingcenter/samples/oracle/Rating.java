package io.billingcenter.samples.oracle;

import java.util.List;

/** What a workspace-day costs under the reference data of a night. */
sealed interface Rating {

    /** A price on a quantity; the amount is rounded once. */
    record Line(Tier tier, Fraction quantity, Fraction price) {
        Fraction amount() {
            return quantity.over(tier.unit()).times(price).rounded();
        }
    }

    /** Why a workspace-day is held; the tier only where a price is missing. */
    record Hold(String reason, String meter, String days, String quantity, String detail) {
        static Hold whole(String reason, String detail) {
            return new Hold(reason, "", "", "", detail);
        }
    }

    record Charged(String account, String settlement, String currency, List<Line> lines) implements Rating {}

    record Free() implements Rating {}

    record Held(List<Hold> holds) implements Rating {}
}
