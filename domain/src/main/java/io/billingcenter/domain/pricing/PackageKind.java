package io.billingcenter.domain.pricing;

import io.billingcenter.domain.usage.Meter;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The yearly packages on offer, with their prices and daily quotas (billing rules 2.6). */
public enum PackageKind {
    /** The smallest package. */
    STARTER("starter", 42_000, 20, 40_000_000, 5_000_000, 400_000, 190_000),
    /** The medium package. */
    GROWTH("growth", 280_000, 100, 400_000_000, 50_000_000, 2_000_000, 1_400_000),
    /** The largest package. */
    ENTERPRISE("enterprise", 510_000, 200, 800_000_000, 100_000_000, 4_000_000, 2_400_000);

    private final String code;
    private final BigDecimal yearPrice;
    private final Map<Meter, BigDecimal> quotas;

    PackageKind(String code, long yearPrice, long datakits, long logs, long traces, long pageViews, long triggers) {
        this.code = code;
        this.yearPrice = BigDecimal.valueOf(yearPrice);
        Map<Meter, BigDecimal> daily = new EnumMap<>(Meter.class);
        daily.put(Meter.DATAKIT, BigDecimal.valueOf(datakits));
        daily.put(Meter.LOG, BigDecimal.valueOf(logs));
        daily.put(Meter.TRACE, BigDecimal.valueOf(traces));
        daily.put(Meter.RUM_PV, BigDecimal.valueOf(pageViews));
        daily.put(Meter.TRIGGER, BigDecimal.valueOf(triggers));
        this.quotas = Collections.unmodifiableMap(daily);
    }

    /** Returns the stable code used in files and tables. */
    public String code() {
        return code;
    }

    /** Returns the price of the package for a year, in CNY. */
    public BigDecimal yearPrice() {
        return yearPrice;
    }

    /** Returns the daily quota of each meter, in base units at the default retention. */
    public Map<Meter, BigDecimal> quotas() {
        return quotas;
    }

    /** Returns the constant with the given code, if there is one. */
    public static Optional<PackageKind> ofCode(String code) {
        return Stream.of(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
