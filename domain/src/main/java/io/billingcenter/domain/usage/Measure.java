package io.billingcenter.domain.usage;

import java.util.Optional;
import java.util.stream.Stream;

/** The additive measures of a workspace-day; the values of all slices add up to those of the day. */
public enum Measure {
    /** Distinct pairs of subject and entity of metric records, plus the largest count of {@code ts} rows. */
    SERIES("series"),
    /** Log-type records after splitting. */
    LOG_ITEMS("log_items"),
    /** Bytes of log-type records. */
    LOG_BYTES("log_bytes"),
    /** Bytes forwarded to an external archive. */
    FORWARD_EXTERNAL_BYTES("forward_external_bytes"),
    /** Largest number of stored bytes of the day by rule, added over the rules. */
    FORWARD_STORED_BYTES("forward_stored_bytes"),
    /** Distinct hosts with network data. */
    NETWORK_HOSTS("network_hosts"),
    /** Distinct trace ids by hour, added over the hours. */
    TRACE_IDS("trace_ids"),
    /** Number of spans. */
    SPANS("spans"),
    /** Profiles after splitting. */
    PROFILES("profiles"),
    /** Number of page views. */
    RUM_VIEWS("rum_views"),
    /** RUM resources, actions, errors and long tasks. */
    RUM_EVENTS("rum_events"),
    /** Distinct sessions, each weighted by its longest time spent after splitting. */
    REPLAY_SESSIONS("replay_sessions"),
    /** Synthetic test results. */
    SYNTHETIC_TESTS("synthetic_tests"),
    /** Trigger calls, weighted. */
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
    /** The log-type records of self-built synthetic nodes after splitting; counted on the free plan only. */
    SELF_SYNTHETIC_ITEMS("self_synthetic_items");

    private final String code;

    Measure(String code) {
        this.code = code;
    }

    /** Returns the stable code used in tables. */
    public String code() {
        return code;
    }

    /** Returns the constant with the given code, if there is one. */
    public static Optional<Measure> ofCode(String code) {
        return Stream.of(values()).filter(measure -> measure.code.equals(code)).findFirst();
    }
}
