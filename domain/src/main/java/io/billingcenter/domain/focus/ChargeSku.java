package io.billingcenter.domain.focus;

import io.billingcenter.domain.billing.BillItem;
import io.billingcenter.domain.billing.PostingKind;
import io.billingcenter.domain.pricing.PackageKind;
import io.billingcenter.domain.pricing.UnitsRule;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An item that has a price. Its ids stay the same when a price, a currency or a price book changes.
 *
 * @param id of the item: the meter, or the kind of agreement
 * @param priceId of the item at a tier
 * @param words item and tier in words
 * @param measure unit in which a quantity is measured, such as {@code Logs}
 * @param unit unit that a price is for, such as {@code 1000000 Logs}
 * @param size number of measured units that a price is for; a power of ten
 * @param retentionDays retention of the tier; null where the price does not depend on it
 */
public record ChargeSku(
        String id,
        String priceId,
        String words,
        String measure,
        String unit,
        long size,
        @Nullable Integer retentionDays) {

    private static final String CARD = "prepaid_card";
    private static final String PACKAGE = "package";
    private static final String PACK = "traffic_pack";
    private static final String BYTES = "B";

    /** No value contains a blank, which the unit format of FOCUS forbids. */
    private static final Map<Meter, String> MEASURES = Map.ofEntries(
            Map.entry(Meter.SERIES, "Series"),
            Map.entry(Meter.LOG, "Logs"),
            Map.entry(Meter.LOG_BYTES, BYTES),
            Map.entry(Meter.FORWARD_EXTERNAL, BYTES),
            Map.entry(Meter.FORWARD_STORED, BYTES),
            Map.entry(Meter.NETWORK_HOST, "Hosts"),
            Map.entry(Meter.TRACE, "Traces"),
            Map.entry(Meter.PROFILE, "Profiles"),
            Map.entry(Meter.RUM_PV, "Views"),
            Map.entry(Meter.SESSION_REPLAY, "Sessions"),
            Map.entry(Meter.SYNTHETIC, "Tests"),
            Map.entry(Meter.TRIGGER, "Calls"),
            Map.entry(Meter.SMS, "Messages"),
            Map.entry(Meter.SCAN, BYTES),
            Map.entry(Meter.REPORT, "Reports"),
            Map.entry(Meter.PIPELINE, BYTES),
            Map.entry(Meter.DATAKIT, "Collectors"));

    /** Returns the item of usage at a tier. */
    public static ChargeSku usage(MeterTier tier) {
        Meter meter = tier.meter();
        boolean isTiered = tier.retentionDays() != Meter.FLAT;
        return new ChargeSku(
                meter.code(),
                isTiered ? meter.code() + ".r" + tier.retentionDays() : meter.code(),
                isTiered ? meter.code() + " " + tier.retentionDays() : meter.code(),
                MEASURES.getOrDefault(meter, "Units"),
                unit(meter),
                meter.unit(),
                isTiered ? tier.retentionDays() : null);
    }

    /** Returns the item of a prepaid card of that amount. */
    public static ChargeSku card(BigDecimal amount) {
        return new ChargeSku(CARD, CARD + "." + Cells.decimal(amount), "Prepaid card", "Cards", "Cards", 1, null);
    }

    /**
     * Returns the item of a fee.
     *
     * @param fee of the bill
     * @param tier of a traffic pack, or of a deployment; null for a package
     */
    public static ChargeSku fee(BillItem fee, @Nullable MeterTier tier) {
        if (tier == null) {
            PackageKind kind = fee.packageKind();
            String id = kind == null ? PACKAGE : PACKAGE + "." + kind.code();
            return new ChargeSku(PACKAGE, id, id.replace('.', ' '), "Packages", "Packages", 1, null);
        }
        Meter meter = tier.meter();
        String id = fee.kind() == PostingKind.PACK ? PACK : fee.kind().code();
        return new ChargeSku(
                id,
                id + "." + meter.code(),
                id + " " + meter.code(),
                MEASURES.getOrDefault(meter, "Units"),
                unit(meter),
                meter.unit(),
                null);
    }

    /**
     * Returns a quantity in units of the price.
     *
     * @param rule by which a quantity becomes units
     */
    public BigDecimal units(BigDecimal measured, UnitsRule rule) {
        // Moving the point gives the same number as the division and costs a tenth of it, which millions of lines feel.
        return rule == UnitsRule.EXACT ? exactUnits(measured) : rule.units(measured, size);
    }

    /** Returns a quantity in units of the price, with all its decimals. */
    BigDecimal exactUnits(BigDecimal measured) {
        return measured.scaleByPowerOfTen(1 - Long.toString(size).length());
    }

    /** Returns whether the item is a traffic pack. */
    public boolean isPack() {
        return id.equals(PACK);
    }

    private static String unit(Meter meter) {
        String measure = MEASURES.getOrDefault(meter, "Units");
        return meter.unit() == 1 ? measure : meter.unit() + " " + measure;
    }
}
