package io.billingcenter.domain.usage;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The billable meters (billing rules 1.2), each with its unit and the kind of data whose retention sets the tier. */
public enum Meter {
    /** Distinct time series of the day. */
    SERIES("series", 1_000, RetentionData.METRIC),
    /** Log records after splitting. */
    LOG("log", 1_000_000, RetentionData.LOG),
    /** Ingested log bytes, instead of {@link #LOG} on that plan. */
    LOG_BYTES("log_bytes", 1_000_000_000, RetentionData.LOG),
    /** Bytes forwarded to an external archive. */
    FORWARD_EXTERNAL("forward_external", 1_000_000_000, null),
    /** Bytes stored by forwarding to the service's own storage. */
    FORWARD_STORED("forward_stored", 1_000_000_000, null),
    /** Hosts with network data. */
    NETWORK_HOST("network_host", 1, null),
    /** The larger of trace ids and a tenth of the spans. */
    TRACE("trace", 1_000_000, RetentionData.TRACE),
    /** Profiles after splitting. */
    PROFILE("profile", 10_000, RetentionData.PROFILE),
    /** The larger of the page views and a hundredth of the other RUM events. */
    RUM_PV("rum_pv", 10_000, RetentionData.RUM),
    /** Replayed sessions after splitting. */
    SESSION_REPLAY("session_replay", 1_000, null),
    /** Synthetic test results from the service's own nodes. */
    SYNTHETIC("synthetic", 10_000, null),
    /** Weighted trigger calls. */
    TRIGGER("trigger", 10_000, null),
    /** Messages sent. */
    SMS("sms", 10, null),
    /** Bytes scanned for sensitive data. */
    SCAN("scan", 1_000_000_000, null),
    /** Reports sent. */
    REPORT("report", 1, null),
    /** Bytes of logs hit by a central pipeline. */
    PIPELINE("pipeline", 1_000_000_000, null),
    /** Collectors alive for half the day; always shown, and charged only if a price book prices them (reading Q24). */
    DATAKIT("datakit", 1, null);

    /** The retention days of a flat meter, whose price does not depend on retention. */
    public static final int FLAT = 0;

    private final String code;
    private final long unit;
    private final @Nullable RetentionData tieredBy;

    Meter(String code, long unit, @Nullable RetentionData tieredBy) {
        this.code = code;
        this.unit = unit;
        this.tieredBy = tieredBy;
    }

    /** Returns the stable code used in files and tables. */
    public String code() {
        return code;
    }

    /** Returns the number of base units that a price is for: a power of ten. */
    public long unit() {
        return unit;
    }

    /** Returns the retention days that a price can be for, ascending; only {@link #FLAT} for a flat meter. */
    public List<Integer> tiers() {
        return tieredBy == null ? List.of(FLAT) : tieredBy.allowedDays();
    }

    /** Returns whether usage without a price is merely shown. Usage of all other meters is either charged or held. */
    public boolean shownWithoutPrice() {
        return this == DATAKIT;
    }

    /** Returns the constant with the given code, if there is one. */
    public static Optional<Meter> ofCode(String code) {
        return Stream.of(values()).filter(meter -> meter.code.equals(code)).findFirst();
    }
}
