package io.billingcenter.samples.oracle;

import io.billingcenter.samples.oracle.RawFields.Rejected;
import io.billingcenter.samples.oracle.RawRecord.RawNumbers;
import io.billingcenter.samples.oracle.RawRecord.RawPlace;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads metering rows, one JSON object a line (billing rules 1.4, interpretation B8). */
final class MeteringRows {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Projects that count everything inside of the retention, by {@code count}; the others an increment. */
    static final Set<String> FULL = Set.of("ts", "backup_log_guance_bytes", "datakit");

    private static final Set<String> INCREMENTAL = Set.of(
            "logging",
            "logging_bytes",
            "keyevent",
            "security",
            "backup_log_s3_bytes",
            "backup_log_kafka_bytes",
            "backup_log_oss_bytes",
            "backup_log_obs_bytes",
            "tracing",
            "rum_pv",
            "api_test",
            "privacy_scan_bytes",
            "report",
            "pipeline_processed_bytes");
    private static final Set<String> NOT_CHARGED = Set.of("object", "tracing_bytes", "rum_bytes");

    private final RawFields fields;

    MeteringRows(RawFields fields) {
        this.fields = fields;
    }

    RawRecord row(RawPlace place, byte[] line) throws Rejected {
        JsonNode row = object(line);
        String id = text(row, "__docid");
        fields.id(id);
        int hour = fields.hour(Instant.ofEpochMilli(RawFields.number(text(row, "time"), "bad_time")));
        fields.workspace(text(row, "workspaceUUID"));
        String project = text(row, "project");
        boolean free = NOT_CHARGED.contains(project) || project.endsWith("_datakit");
        RawFields.require(free || FULL.contains(project) || INCREMENTAL.contains(project), "unknown_kind");
        String column = FULL.contains(project) ? "count" : "hour_count";
        long number = free ? 0 : RawFields.number(text(row, column), "bad_count");
        RawNumbers numbers = new RawNumbers(number, 0, 0);
        return new RawRecord(place, id, hour, "row:" + project, text(row, "sub_project"), "", numbers, row, true);
    }

    private static JsonNode object(byte[] line) throws Rejected {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Rejected("unreadable_text");
        }
        try {
            JsonNode node = JSON.readTree(text);
            RawFields.require(node.isObject(), "malformed");
            return node;
        } catch (JacksonException e) {
            throw new Rejected("malformed");
        }
    }

    /** The text of a member, also of one that is a number; empty when there is none. */
    private static String text(JsonNode row, String name) {
        JsonNode member = row.path(name);
        return member.isString() || member.isIntegralNumber() ? member.asString() : "";
    }
}
