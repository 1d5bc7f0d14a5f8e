package io.billingcenter.domain.usage;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The meaning of the {@code project} of an hourly metering row (billing rules 1.4).
 *
 * @param measure measure that rows of the project add to; null if they are accepted but not charged
 * @param statistic way in which the hours of a day are combined
 * @param tieredBy kind of data whose retention decides the tier; null for a flat meter
 * @param index fixed log index or measurement; null if the row's {@code sub_project} names it
 */
public record MeteringProject(
        @Nullable Measure measure,
        Statistic statistic,
        @Nullable RetentionData tieredBy,
        @Nullable String index) {

    /** The ways in which hourly points are combined into a day (billing rules 1.1). */
    public enum Statistic {
        /** The increments of the hours are added up; they are in field {@code hour_count}. */
        INCREMENTAL,
        /** The largest running total of each {@code sub_project} counts; it is in field {@code count}. */
        FULL
    }

    /** The name of the project of security checks. */
    public static final String SECURITY = "security";

    /** The log index of events and security checks, and of log records that name no index. */
    public static final String DEFAULT_INDEX = "default";

    private static final String NOT_CHARGED_SUFFIX = "_datakit";

    private static final MeteringProject NOT_CHARGED = new MeteringProject(null, Statistic.FULL, null, null);

    private static final Map<String, MeteringProject> BY_NAME = Map.ofEntries(
            Map.entry("ts", full(Measure.SERIES, RetentionData.METRIC)),
            Map.entry("logging", incremental(Measure.LOG_ITEMS, RetentionData.LOG)),
            Map.entry("logging_bytes", incremental(Measure.LOG_BYTES, RetentionData.LOG)),
            Map.entry("keyevent", defaultIndex()),
            Map.entry(SECURITY, defaultIndex()),
            Map.entry("backup_log_s3_bytes", incremental(Measure.FORWARD_EXTERNAL_BYTES, null)),
            Map.entry("backup_log_kafka_bytes", incremental(Measure.FORWARD_EXTERNAL_BYTES, null)),
            Map.entry("backup_log_oss_bytes", incremental(Measure.FORWARD_EXTERNAL_BYTES, null)),
            Map.entry("backup_log_obs_bytes", incremental(Measure.FORWARD_EXTERNAL_BYTES, null)),
            Map.entry("backup_log_guance_bytes", full(Measure.FORWARD_STORED_BYTES, null)),
            Map.entry("tracing", incremental(Measure.TRACE_IDS, RetentionData.TRACE)),
            Map.entry("rum_pv", incremental(Measure.RUM_VIEWS, RetentionData.RUM)),
            Map.entry("api_test", incremental(Measure.SYNTHETIC_TESTS, null)),
            Map.entry("privacy_scan_bytes", incremental(Measure.SCANNED_BYTES, null)),
            Map.entry("report", incremental(Measure.REPORTS_SENT, null)),
            Map.entry("pipeline_processed_bytes", incremental(Measure.PIPELINE_BYTES, null)),
            Map.entry("datakit", full(Measure.DATAKITS, null)),
            Map.entry("object", NOT_CHARGED),
            Map.entry("tracing_bytes", NOT_CHARGED),
            Map.entry("rum_bytes", NOT_CHARGED));

    /** Returns the project of that name, if it is known. */
    public static Optional<MeteringProject> ofName(String name) {
        MeteringProject project = BY_NAME.get(name);
        if (project == null && name.endsWith(NOT_CHARGED_SUFFIX)) {
            return Optional.of(NOT_CHARGED);
        }
        return Optional.ofNullable(project);
    }

    private static MeteringProject incremental(Measure measure, @Nullable RetentionData tieredBy) {
        return new MeteringProject(measure, Statistic.INCREMENTAL, tieredBy, null);
    }

    private static MeteringProject full(Measure measure, @Nullable RetentionData tieredBy) {
        return new MeteringProject(measure, Statistic.FULL, tieredBy, null);
    }

    private static MeteringProject defaultIndex() {
        return new MeteringProject(Measure.LOG_ITEMS, Statistic.INCREMENTAL, RetentionData.LOG, DEFAULT_INDEX);
    }
}
