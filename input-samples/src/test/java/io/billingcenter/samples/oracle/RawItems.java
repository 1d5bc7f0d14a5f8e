package io.billingcenter.samples.oracle;

import io.billingcenter.samples.oracle.RawFields.Triggers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Weighs the records of a workspace-day: what remains is to be added up by meter and tier (interpretation B6, B8). */
final class RawItems {

    /** Logs of own synthetic nodes, which do not count against the quota of logs of the free plan. */
    static final String SELF_BUILT = "csv:synthetic_self";

    private static final long LOG_LIMIT = 10_240;
    private static final long SLS_LOG_LIMIT = 2_048;
    private static final long PROFILE_LIMIT = 307_200;
    private static final long REPLAY_SECONDS = 14_400;
    private static final long ALIVE_SECONDS = 43_200;
    private static final long INTERVAL_SECONDS = 900;

    private final String workspace;
    private final LocalDate day;
    private final long logLimit;
    private final List<Item> items = new ArrayList<>();
    private final Map<String, Set<String>> series = new TreeMap<>();
    private final Set<String> collectors = new HashSet<>();

    private RawItems(String workspace, LocalDate day, Reference reference) {
        this.workspace = workspace;
        this.day = day;
        boolean sls = reference
                .workspace(workspace)
                .filter(row -> row.storage().equals("sls"))
                .isPresent();
        this.logLimit = sls ? SLS_LOG_LIMIT : LOG_LIMIT;
    }

    static List<Item> of(String workspace, LocalDate day, List<RawRecord> records, Reference reference) {
        RawItems weighing = new RawItems(workspace, day, reference);
        records.forEach(weighing::weigh);
        weighing.series.forEach((measurement, keys) -> weighing.add(0, "csv:series", measurement, keys.size()));
        weighing.collectors.forEach(collector -> weighing.add(0, "csv:datakit", collector, 1));
        return weighing.items;
    }

    private void weigh(RawRecord record) {
        if (record.kind().startsWith("row:")) {
            row(record);
        } else if (!seen(record) && record.accepted()) {
            sum(record);
        }
    }

    private void row(RawRecord record) {
        String project = record.kind().substring("row:".length());
        boolean free =
                List.of("object", "tracing_bytes", "rum_bytes").contains(project) || project.endsWith("_datakit");
        if (!free && (record.accepted() || MeteringRows.FULL.contains(project))) {
            boolean external = project.matches("backup_log_(s3|kafka|oss|obs)_bytes");
            boolean byIndex = project.startsWith("logging");
            add(
                    record.hour(),
                    external ? "backup_log_s3_bytes" : project,
                    byIndex ? index(record.subject()) : record.subject(),
                    record.numbers().count());
        }
    }

    /** Takes what is keyed by an entity or is a maximum, of duplicates and conflicts too (interpretation B5). */
    private boolean seen(RawRecord record) {
        long seconds = record.numbers().seconds();
        switch (record.kind()) {
            case "metric" ->
                series.computeIfAbsent(record.subject(), any -> new HashSet<>()).add(record.entity());
            case "span" ->
                add(
                        record.hour(),
                        "csv:span",
                        record.entity(),
                        record.accepted() ? record.numbers().count() : 0);
            case "session_replay" -> add(0, "csv:session_replay", record.entity(), seconds / REPLAY_SECONDS);
            case "network" -> add(0, "csv:network", record.entity(), 1);
            case "forward_stored" ->
                add(
                        0,
                        "backup_log_guance_bytes",
                        "rule " + record.subject(),
                        record.numbers().bytes());
            case "datakit" -> {
                if (seconds >= ALIVE_SECONDS) {
                    collectors.add(record.entity());
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void sum(RawRecord record) {
        long count = record.numbers().count();
        switch (record.kind()) {
            case "log" -> log(record, "logging", index(record.subject()));
            case "event", "security_check" -> log(record, "keyevent", "default");
            case "synthetic_self" -> log(record, SELF_BUILT, "default");
            case "profile" -> add(record.hour(), "csv:profile", "", pieces(record, PROFILE_LIMIT));
            case "rum_view" -> add(record.hour(), "rum_pv", "", count);
            case "rum_resource", "rum_action", "rum_error", "rum_long_task" ->
                add(record.hour(), "csv:rum_resource", "", count);
            case "synthetic" -> add(0, "api_test", "", count);
            case "sms" -> add(0, "csv:sms", "", count);
            case "report" -> add(0, "report", "", count);
            case "scan" -> add(0, "privacy_scan_bytes", "", volume(record));
            case "pipeline" -> add(0, "pipeline_processed_bytes", "", volume(record));
            case "forward_external" -> add(0, "backup_log_s3_bytes", "", volume(record));
            case "trigger" -> {
                long beyond = Math.max(0, record.numbers().seconds() - INTERVAL_SECONDS);
                long surcharge = beyond / INTERVAL_SECONDS + (beyond % INTERVAL_SECONDS == 0 ? 0 : 1);
                long weight = Triggers.weight(record.subject()).orElseThrow();
                add(0, "csv:trigger", "", Math.addExact(Math.multiplyExact(count, weight), surcharge));
            }
            default ->
                throw new IllegalArgumentException("The second calculation does not know the kind " + record.kind());
        }
    }

    /** By number and by bytes: the plan decides which of the two counts. */
    private void log(RawRecord record, String source, String index) {
        add(record.hour(), source, index, pieces(record, logLimit));
        add(record.hour(), "logging_bytes", index, volume(record));
    }

    private static long volume(RawRecord record) {
        return Math.multiplyExact(record.numbers().count(), record.numbers().bytes());
    }

    private static long pieces(RawRecord record, long limit) {
        return Math.multiplyExact(
                record.numbers().count(), Math.max(1, record.numbers().bytes() / limit));
    }

    private static String index(String subject) {
        return subject.isEmpty() ? "default" : subject;
    }

    private void add(int hour, String source, String subject, long number) {
        items.add(new Item("", workspace, day, hour, source, subject, number));
    }
}
