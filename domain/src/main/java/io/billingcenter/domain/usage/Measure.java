package io.billingcenter.domain.usage;

import java.util.Optional;
import java.util.stream.Stream;

/** The additive raw figures of a workspace-day; slices of a day simply add up. */
public enum Measure {
    /** Distinct (subject, entity) of metric records, and the largest count of {@code ts} rows. */
    SERIES("series"),
    /** Log-type records after splitting. */
    LOG_ITEMS("log_items"),
    /** Bytes of log-type records. */
    LOG_BYTES("log_bytes"),
    /** Bytes forwarded to an external archive. */
    FORWARD_EXTERNAL_BYTES("forward_external_bytes"),
    /** Largest stored bytes of the day by rule, rules added. */
    FORWARD_STORED_BYTES("forward_stored_bytes"),
    /** Distinct hosts with network data. */
    NETWORK_HOSTS("network_hosts"),
    /** Distinct trace ids by hour, hours added. */
    TRACE_IDS("trace_ids"),
    /** Spans. */
    SPANS("spans"),
    /** Profiles after splitting. */
    PROFILES("profiles"),
    /** Page views. */
    RUM_VIEWS("rum_views"),
    /** RUM resources, actions, errors and long tasks. */
    RUM_EVENTS("rum_events"),
    /** Distinct sessions, each by its largest time spent after splitting. */
    REPLAY_SESSIONS("replay_sessions"),
    /** Synthetic test results. */
    SYNTHETIC_TESTS("synthetic_tests"),
    /** Trigger calls by weight. */
    TRIGGER_CALLS("trigger_calls"),
    /** Messages sent. */
    SMS_SENT("sms_sent"),
    /** Bytes scanned. */
    SCANNED_BYTES("scanned_bytes"),
    /** Reports sent. */
    REPORTS_SENT("reports_sent"),
    /** Bytes hit by a central pipeline. */
    PIPELINE_BYTES("pipeline_bytes"),
    /** Distinct collectors alive for half the day. */
    DATAKITS("datakits"),
    /** Of the log-type records after splitting, those of self-built synthetic nodes; on the free plan only. */
    SELF_SYNTHETIC_ITEMS("self_synthetic_items");

    private final String code;

    Measure(String code) {
        this.code = code;
    }

    /** The name in tables. */
    public String code() {
        return code;
    }

    /** The constant of that code, if there is one. */
    public static Optional<Measure> ofCode(String code) {
        return Stream.of(values()).filter(measure -> measure.code.equals(code)).findFirst();
    }
}
