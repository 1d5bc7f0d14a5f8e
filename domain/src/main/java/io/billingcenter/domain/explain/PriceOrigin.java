package io.billingcenter.domain.explain;

import io.billingcenter.domain.account.Plan;
import io.billingcenter.domain.pricing.Charge;

/** The origins of the price of a charge. */
public enum PriceOrigin {
    /** The price book in force. */
    BOOK("book"),
    /** A contract price of the billing account. */
    CONTRACT("contract"),
    /** The tariff of a private deployment. */
    TARIFF("tariff");

    private final String code;

    PriceOrigin(String code) {
        this.code = code;
    }

    /** Returns the code used in outputs. */
    public String code() {
        return code;
    }

    /**
     * Returns the origin of the price of a charge.
     *
     * @param plan plan of the workspace on the billing day
     */
    public static PriceOrigin of(Charge charge, Plan plan) {
        if (plan == Plan.PRIVATE) {
            return TARIFF;
        }
        boolean isListPrice = charge.listPrice() != null && charge.listPrice().compareTo(charge.unitPrice()) == 0;
        return isListPrice ? BOOK : CONTRACT;
    }
}
