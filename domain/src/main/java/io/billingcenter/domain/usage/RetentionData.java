package io.billingcenter.domain.usage;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of data with a configurable retention, with the days on offer and the default (billing rules 4.3). */
public enum RetentionData {
    /** Time series; a measurement can have its own policy. */
    METRIC("metric", 7, true, List.of(3, 7, 14, 30, 180, 360)),
    /** Log records; an index can have its own policy. */
    LOG("log", 14, true, List.of(3, 7, 14, 30, 60)),
    /** APM traces. */
    TRACE("trace", 14, false, List.of(3, 7, 14, 30, 60)),
    /** APM profiles. */
    PROFILE("profile", 14, false, List.of(3, 7, 14)),
    /** RUM views and the events belonging to them. */
    RUM("rum", 14, false, List.of(3, 7, 14, 30, 60)),
    /** Data forwarded to the service's own storage. */
    FORWARD("forward", 180, false, List.of(180, 360, 720));

    private final String code;
    private final int defaultDays;
    private final boolean bySubject;
    private final List<Integer> allowedDays;

    RetentionData(String code, int defaultDays, boolean bySubject, List<Integer> allowedDays) {
        this.code = code;
        this.defaultDays = defaultDays;
        this.bySubject = bySubject;
        this.allowedDays = allowedDays;
    }

    /** Returns the stable code used in files and tables. */
    public String code() {
        return code;
    }

    /** Returns the days of retention if no policy is in force. */
    public int defaultDays() {
        return defaultDays;
    }

    /** Returns whether a policy can name a subject: a measurement or a log index. */
    public boolean bySubject() {
        return bySubject;
    }

    /** Returns the days on offer, ascending. */
    public List<Integer> allowedDays() {
        return allowedDays;
    }

    /** Returns the constant with the given code, if there is one. */
    public static Optional<RetentionData> ofCode(String code) {
        return Stream.of(values()).filter(data -> data.code.equals(code)).findFirst();
    }
}
