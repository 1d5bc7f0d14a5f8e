package io.billingcenter.benchmarks.traffic;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.billingcenter.domain.usage.TrafficKind;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The records of one workspace, in time order, about 120 bytes each. A record depends only on the plan, the workspace
 * and its own number, so a repeated record can be generated again wherever the first one is.
 *
 * <p>Entities resemble those of a real workspace: series are bounded (20 measurements on at most 5,000 hosts), trace
 * ids and sessions grow with the records (a trace has about 8 spans, some beyond the hour).
 */
final class WorkspaceTraffic {

    private static final long DAY_MILLIS = 24 * 3600 * 1000L;
    private static final int KIND_SLOTS = 1 << 10;
    private static final Map<TrafficKind, Integer> KIND_SHARES = kindShares();
    private static final TrafficKind[] KIND_BY_SLOT = kindBySlot();
    private static final Map<TrafficKind, byte[]> KIND_CODES = kindCodes();

    private static final int MEASUREMENTS = 20;
    private static final int RULES = 5;
    private static final int MOST_HOSTS = 5_000;
    private static final int FEWEST_HOSTS = 10;
    private static final int RECORDS_PER_HOST = 2_000;
    private static final int RECORDS_PER_TRACE = 40;
    private static final int RECORDS_PER_SESSION = 300;
    private static final int OPEN_AT_ONCE = 4;
    private static final int NEAR = 5_000;
    private static final int TEN_THOUSAND = 10_000;
    private static final int QUARTERS = 4;
    private static final int SERVICES = 7;

    private static final long TRACE_KEY = 0x7261636574726163L;
    private static final long SESSION_KEY = 0x73657373696F6E73L;
    private static final long REPEAT_KEY = 0x7265706561746564L;

    private static final byte[] OFFSET = ascii("+08:00,");
    private static final byte[] HOST = ascii("host=web-");
    private static final byte[] SERVICE = ascii(";env=prod;service=checkout-");
    private static final byte[] PAGE = ascii("page-view-");
    private static final byte[] WEB = ascii("web-prod-");
    private static final byte[] SESSION = ascii("ses-");
    private static final byte[] RULE = ascii("rule");
    private static final byte[][] LOG_INDEXES = ascii("", "default", "audit", "access", "access", "access");
    private static final byte[][] CAUSES = ascii(
            "monitor.threshold",
            "monitor.threshold",
            "monitor.mutation",
            "monitor.log",
            "monitor.custom",
            "slo",
            "smart.host",
            "smart.rum",
            "smart.k8s",
            "query.datakit",
            "query.openapi",
            "generate_metrics",
            "func.advanced");

    private final TrafficPlan plan;
    private final long records;
    private final long key;
    private final int hosts;
    private final byte[] date;
    private final byte[] workspace;
    private final Draw draw = new Draw();

    /**
     * Creates the records of a workspace.
     *
     * @param number number of the workspace, from 0
     */
    WorkspaceTraffic(TrafficPlan plan, int number) {
        this.plan = plan;
        this.records = plan.shares().get(number);
        this.key = Draw.mix(plan.seed() * 0x100000001B3L + number);
        this.hosts = (int) Math.min(MOST_HOSTS, Math.max(FEWEST_HOSTS, records / RECORDS_PER_HOST));
        this.date = ascii(plan.day() + "T");
        this.workspace = ascii(TrafficPlan.workspaceId(number) + ",");
    }

    /** Appends the record with that number, from 0, without the end of the line; it may repeat an earlier one. */
    void append(LineBuffer line, long number) {
        long original = original(number);
        draw.start(key + original);
        TrafficKind kind = KIND_BY_SLOT[draw.below(KIND_SLOTS)];
        line.uuid(draw.next(), draw.next());
        line.character(',');
        time(line, original);
        line.text(workspace);
        line.text(KIND_CODES.getOrDefault(kind, OFFSET));
        subject(line, kind);
        line.character(',');
        entity(line, kind, original);
        line.character(',');
        count(line, kind);
        line.character(',');
        bytes(line, kind);
        line.character(',');
        seconds(line, kind);
    }

    /** Returns the number of the record that this one repeats, or its own; mostly one shortly before. */
    private long original(long number) {
        long original = number;
        while (original > 0 && plan.duplicates() > 0) {
            draw.start((key ^ REPEAT_KEY) + original);
            if (draw.below(TEN_THOUSAND) >= plan.duplicates()) {
                return original;
            }
            boolean near = draw.below(QUARTERS) > 0;
            original -= 1 + Math.floorMod(draw.next(), near ? Math.min(original, NEAR) : original);
        }
        return original;
    }

    /** Appends the time; records are spread evenly over the day, to the microsecond. */
    private void time(LineBuffer line, long number) {
        long position = Math.multiplyExact(DAY_MILLIS, number);
        long millis = position / records;
        line.text(date);
        line.digits(millis / 3_600_000, 2);
        line.character(':');
        line.digits(millis / 60_000 % 60, 2);
        line.character(':');
        line.digits(millis / 1_000 % 60, 2);
        line.character('.');
        line.digits(millis % 1_000, 3);
        line.digits(position % records * 1_000 / records, 3);
        line.text(OFFSET);
    }

    private void subject(LineBuffer line, TrafficKind kind) {
        switch (kind) {
            case METRIC -> {
                line.character('m');
                line.number(draw.below(MEASUREMENTS));
            }
            case LOG -> line.text(LOG_INDEXES[draw.below(LOG_INDEXES.length)]);
            case TRIGGER -> line.text(CAUSES[draw.below(CAUSES.length)]);
            case FORWARD_EXTERNAL, FORWARD_STORED, SCAN -> {
                line.text(RULE);
                line.number(draw.below(RULES));
            }
            default -> {
                // the subject of other kinds is empty
            }
        }
    }

    private void entity(LineBuffer line, TrafficKind kind, long number) {
        switch (kind) {
            case METRIC -> {
                int host = draw.below(hosts);
                line.text(HOST);
                line.digits(host, 4);
                line.text(SERVICE);
                line.number(host % SERVICES);
            }
            case SPAN -> {
                long trace = key + TRACE_KEY + number / RECORDS_PER_TRACE - draw.below(OPEN_AT_ONCE);
                line.hex(Draw.mix(trace), 16);
                line.hex(Draw.mix(~trace), 16);
            }
            case SESSION_REPLAY -> {
                long session = key + SESSION_KEY + number / RECORDS_PER_SESSION - draw.below(OPEN_AT_ONCE);
                line.text(SESSION);
                line.hex(Draw.mix(session), 12);
            }
            case RUM_VIEW, RUM_RESOURCE, RUM_ACTION, RUM_ERROR, RUM_LONG_TASK -> {
                line.text(PAGE);
                line.hex(draw.next(), 12);
            }
            case LOG, NETWORK, DATAKIT -> {
                line.text(WEB);
                line.digits(draw.below(hosts), 4);
            }
            default -> {
                // no other kinds are counted by entity
            }
        }
    }

    private void count(LineBuffer line, TrafficKind kind) {
        int quarter = draw.below(QUARTERS);
        if (kind == TrafficKind.SPAN || quarter == 0) {
            return;
        }
        line.number(quarter == 1 ? 1 : 1 + draw.below(50));
    }

    /** Appends a size: mostly small, and one in 32 is large enough to be split. */
    private void bytes(LineBuffer line, TrafficKind kind) {
        if (!kind.needsBytes()) {
            return;
        }
        boolean large = draw.below(32) == 0;
        int limit = kind == TrafficKind.PROFILE ? 400_000 : 8_000;
        line.number(large ? draw.below(limit * 10) : draw.below(limit));
    }

    private void seconds(LineBuffer line, TrafficKind kind) {
        switch (kind) {
            case SESSION_REPLAY -> line.number(draw.below(40_000));
            case TRIGGER -> line.number(60L * (1 + draw.below(120)));
            case DATAKIT -> line.number(draw.below((int) (DAY_MILLIS / 1_000)));
            default -> {
                // other kinds have no seconds
            }
        }
    }

    /** Returns the shares of the kinds per 1,024 records; the rest is logs. */
    private static Map<TrafficKind, Integer> kindShares() {
        Map<TrafficKind, Integer> shares = new EnumMap<>(TrafficKind.class);
        shares.put(TrafficKind.METRIC, 210);
        shares.put(TrafficKind.SPAN, 200);
        shares.put(TrafficKind.RUM_RESOURCE, 60);
        shares.put(TrafficKind.RUM_VIEW, 30);
        shares.put(TrafficKind.RUM_ACTION, 30);
        shares.put(TrafficKind.RUM_ERROR, 15);
        shares.put(TrafficKind.RUM_LONG_TASK, 15);
        shares.put(TrafficKind.EVENT, 20);
        shares.put(TrafficKind.SECURITY_CHECK, 15);
        shares.put(TrafficKind.SYNTHETIC, 15);
        shares.put(TrafficKind.SYNTHETIC_SELF, 10);
        shares.put(TrafficKind.PROFILE, 10);
        shares.put(TrafficKind.SESSION_REPLAY, 15);
        shares.put(TrafficKind.NETWORK, 25);
        shares.put(TrafficKind.TRIGGER, 20);
        shares.put(TrafficKind.SMS, 5);
        shares.put(TrafficKind.FORWARD_EXTERNAL, 15);
        shares.put(TrafficKind.FORWARD_STORED, 10);
        shares.put(TrafficKind.SCAN, 20);
        shares.put(TrafficKind.PIPELINE, 20);
        shares.put(TrafficKind.REPORT, 5);
        shares.put(TrafficKind.DATAKIT, 15);
        return shares;
    }

    private static TrafficKind[] kindBySlot() {
        TrafficKind[] kinds = new TrafficKind[KIND_SLOTS];
        Arrays.fill(kinds, TrafficKind.LOG);
        int slot = 0;
        for (Map.Entry<TrafficKind, Integer> share : KIND_SHARES.entrySet()) {
            Arrays.fill(kinds, slot, slot + share.getValue(), share.getKey());
            slot += share.getValue();
        }
        return kinds;
    }

    private static Map<TrafficKind, byte[]> kindCodes() {
        Map<TrafficKind, byte[]> codes = new EnumMap<>(TrafficKind.class);
        for (TrafficKind kind : TrafficKind.values()) {
            codes.put(kind, ascii(kind.code() + ","));
        }
        return codes;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }

    private static byte[][] ascii(String... texts) {
        return IntStream.range(0, texts.length)
                .mapToObj(index -> ascii(texts[index]))
                .toArray(byte[][]::new);
    }
}
