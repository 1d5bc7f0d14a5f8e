package io.billingcenter.domain.explain;

import io.billingcenter.domain.account.Plan;
import io.billingcenter.domain.billing.PostingKind;
import io.billingcenter.domain.pricing.Charge;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.Meter;

/** The numbers of the billing rules from which figures follow. */
public final class RuleNumbers {

    private static final BillingDay NEWEST_PRICES = BillingDay.parse("2024-11-06");
    private static final BillingDay END_OF_LEGACY_PRICES = BillingDay.parse("2023-04-20");

    private RuleNumbers() {}

    /** Returns the rule by which the meter is counted. */
    public static String ofMeter(Meter meter) {
        return switch (meter) {
            case SERIES -> "1.3.1";
            case LOG -> "1.3.2";
            case LOG_BYTES -> "1.3.3";
            case FORWARD_EXTERNAL, FORWARD_STORED -> "1.3.4";
            case NETWORK_HOST -> "1.3.5";
            case TRACE -> "1.3.6";
            case PROFILE -> "1.3.7";
            case RUM_PV -> "1.3.8";
            case SESSION_REPLAY -> "1.3.9";
            case SYNTHETIC -> "1.3.10";
            case SMS -> "1.3.11";
            case TRIGGER -> "1.3.12";
            case SCAN -> "1.3.13";
            case REPORT, PIPELINE -> "1.3.14";
            case DATAKIT -> "1.3.16";
        };
    }

    /**
     * Returns the rule of the price list that applies: the current one for a tiered or a flat meter, an older one, a
     * contract or a private tariff.
     */
    public static String ofPrice(Charge charge, Plan plan) {
        return switch (PriceOrigin.of(charge, plan)) {
            case TARIFF -> "8";
            case CONTRACT -> "2.5";
            case BOOK -> ofList(charge);
        };
    }

    private static String ofList(Charge charge) {
        BillingDay version = charge.priceVersion();
        if (version != null && version.isBefore(END_OF_LEGACY_PRICES)) {
            return "2.4";
        }
        if (version != null && version.isBefore(NEWEST_PRICES)) {
            return "2.3";
        }
        return charge.tier().retentionDays() == Meter.FLAT ? "2.1" : "2.2";
    }

    /** Returns the rule by which a quantity becomes units and an amount is rounded once. */
    public static String ofRounding() {
        return "1.6";
    }

    /** Returns the rule by which a posting of the given kind is owed. */
    public static String ofKind(PostingKind kind) {
        return switch (kind) {
            case USAGE -> "4.1";
            case ADJUSTMENT -> "Q31";
            case PACKAGE, PACK -> "2.6";
            case SUBSCRIPTION, LICENCE, MAINTENANCE -> "8";
            case CREDIT -> "B12";
        };
    }

    /** Returns the rule by which a bill is paid. */
    public static String ofPayment() {
        return "6.1";
    }
}
