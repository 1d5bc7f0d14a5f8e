package io.billingcenter.domain.usage;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The kinds of traffic records, with the columns that the billing rules need. */
public enum TrafficKind {
    /** A point of a time series. */
    METRIC("metric", true, false, false),
    /** A log record. */
    LOG("log", false, true, false),
    /** An event; counts as a log record of the default index. */
    EVENT("event", false, true, false),
    /** A security check result; counts as a log record of the default index. */
    SECURITY_CHECK("security_check", false, true, false),
    /** A synthetic test result from the service's own node. */
    SYNTHETIC("synthetic", false, false, false),
    /** A synthetic test result from a self-built node; counts as a log record of the default index. */
    SYNTHETIC_SELF("synthetic_self", false, true, false),
    /** A span of a trace. */
    SPAN("span", true, false, false),
    /** A profile. */
    PROFILE("profile", false, true, false),
    /** A page view. */
    RUM_VIEW("rum_view", false, false, false),
    /** A resource loaded. */
    RUM_RESOURCE("rum_resource", false, false, false),
    /** A user action. */
    RUM_ACTION("rum_action", false, false, false),
    /** A front-end error. */
    RUM_ERROR("rum_error", false, false, false),
    /** A long task. */
    RUM_LONG_TASK("rum_long_task", false, false, false),
    /** A replayed session; seconds is the time spent. */
    SESSION_REPLAY("session_replay", true, false, true),
    /** Network data of a host. */
    NETWORK("network", true, false, false),
    /** Executions with one cause; seconds is the detection interval. */
    TRIGGER("trigger", false, false, true),
    /** A message sent. */
    SMS("sms", false, false, false),
    /** Data forwarded to an external archive by a rule. */
    FORWARD_EXTERNAL("forward_external", false, true, false),
    /** Bytes stored at an instant by a forwarding rule. */
    FORWARD_STORED("forward_stored", false, true, false),
    /** Data scanned by a rule. */
    SCAN("scan", false, true, false),
    /** A log hit by a central pipeline. */
    PIPELINE("pipeline", false, true, false),
    /** A report sent. */
    REPORT("report", false, false, false),
    /** A collector; seconds is the time alive. */
    DATAKIT("datakit", true, false, true);

    private static final Map<String, TrafficKind> BY_CODE =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(TrafficKind::code, Function.identity()));

    private final String code;
    private final boolean needsEntity;
    private final boolean needsBytes;
    private final boolean needsSeconds;

    TrafficKind(String code, boolean needsEntity, boolean needsBytes, boolean needsSeconds) {
        this.code = code;
        this.needsEntity = needsEntity;
        this.needsBytes = needsBytes;
        this.needsSeconds = needsSeconds;
    }

    /** Returns the code used in traffic logs. */
    public String code() {
        return code;
    }

    /** Returns whether distinct entities are counted, so that the entity must not be empty. */
    public boolean needsEntity() {
        return needsEntity;
    }

    /** Returns whether the size counts, so that it must not be empty. */
    public boolean needsBytes() {
        return needsBytes;
    }

    /** Returns whether the seconds count, so that they must not be empty. */
    public boolean needsSeconds() {
        return needsSeconds;
    }

    /** Returns the constant with the given code, or null if there is none. */
    public static @Nullable TrafficKind ofCode(String code) {
        return BY_CODE.get(code);
    }
}
