package io.billingcenter.samples.oracle;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the fields of records and metering rows; a field that is not allowed gives its reason (interpretation B3, B4). */
final class RawFields {

    /** Billing days of all sites as shipped. */
    static final ZoneOffset CLOCK = ZoneOffset.ofHours(8);

    private static final Pattern ID = Pattern.compile("[\\x20-\\x7E]{1,64}");
    private static final Pattern TIME = Pattern.compile(
            "\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2})", Pattern.UNICODE_CASE);
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);

    private static final Set<String> WITH_ENTITY = Set.of("metric", "span", "session_replay", "network", "datakit");
    private static final Set<String> WITH_BYTES = Set.of(
            "log",
            "event",
            "security_check",
            "synthetic_self",
            "profile",
            "forward_external",
            "forward_stored",
            "scan",
            "pipeline");
    private static final Set<String> WITH_SECONDS = Set.of("session_replay", "trigger", "datakit");
    private static final Set<String> OTHER_KINDS = Set.of(
            "synthetic", "rum_view", "rum_resource", "rum_action", "rum_error", "rum_long_task", "sms", "report");

    /** A reason to reject a record. */
    static final class Rejected extends Exception {

        private static final long serialVersionUID = 1L;

        private final String reason;

        Rejected(String reason) {
            super(reason);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    private final String workspace;
    private final LocalDate day;

    RawFields(String workspace, LocalDate day) {
        this.workspace = workspace;
        this.day = day;
    }

    /** A record of nine cells. */
    RawRecord record(RawRecord.RawPlace place, List<String> cells) throws Rejected {
        id(cells.get(0));
        int hour = hour(instant(cells.get(1)));
        workspace(cells.get(2));
        String kind = cells.get(3);
        require(
                WITH_ENTITY.contains(kind)
                        || WITH_BYTES.contains(kind)
                        || WITH_SECONDS.contains(kind)
                        || OTHER_KINDS.contains(kind),
                "unknown_kind");
        require(!kind.equals("trigger") || Triggers.weight(cells.get(4)).isPresent(), "bad_subject");
        require(!WITH_ENTITY.contains(kind) || !cells.get(5).isEmpty(), "missing_entity");
        long count = cells.get(6).isEmpty() ? 1 : number(cells.get(6), "bad_count");
        require(count >= 1, "bad_count");
        RawRecord.RawNumbers numbers = new RawRecord.RawNumbers(
                count,
                numberOrZero(cells.get(7), WITH_BYTES.contains(kind), "bad_bytes"),
                numberOrZero(cells.get(8), WITH_SECONDS.contains(kind), "bad_seconds"));
        return new RawRecord(place, cells.get(0), hour, kind, cells.get(4), cells.get(5), numbers, cells, true);
    }

    void id(String text) throws Rejected {
        require(ID.matcher(text).matches(), "bad_record_id");
    }

    void workspace(String text) throws Rejected {
        require(text.equals(workspace), "wrong_workspace");
    }

    private static Instant instant(String text) throws Rejected {
        require(TIME.matcher(text).matches(), "bad_time");
        try {
            return OffsetDateTime.parse(text.toUpperCase(Locale.ROOT)).toInstant();
        } catch (DateTimeException e) {
            throw new Rejected("bad_time");
        }
    }

    /** The hour of the billing day in which an instant lies. */
    int hour(Instant instant) throws Rejected {
        OffsetDateTime local = instant.atOffset(CLOCK);
        require(local.toLocalDate().equals(day), "outside_day");
        return local.getHour();
    }

    private static long numberOrZero(String text, boolean used, String reason) throws Rejected {
        return text.isEmpty() && !used ? 0 : number(text, reason);
    }

    static long number(String text, String reason) throws Rejected {
        require(DIGITS.matcher(text).matches(), reason);
        BigInteger number = new BigInteger(text);
        require(number.compareTo(LARGEST) <= 0, reason);
        return number.longValueExact();
    }

    static void require(boolean condition, String reason) throws Rejected {
        if (!condition) {
            throw new Rejected(reason);
        }
    }

    /** Weights of the causes of triggers (billing rules 1.3.12). */
    static final class Triggers {

        private static final Set<String> FIVE =
                Set.of("monitor.mutation", "monitor.interval", "monitor.outlier", "monitor.log");
        private static final Set<String> TEN =
                Set.of("smart.host", "smart.log", "smart.app", "smart.k8s", "smart.cloud_bill");
        private static final Set<String> ONE =
                Set.of("slo", "query.datakit", "query.openapi", "generate_metrics", "func.advanced");

        private Triggers() {}

        static Optional<Long> weight(String cause) {
            if (FIVE.contains(cause)) {
                return Optional.of(5L);
            }
            if (TEN.contains(cause)) {
                return Optional.of(10L);
            }
            if (cause.equals("smart.rum")) {
                return Optional.of(100L);
            }
            boolean one = ONE.contains(cause) || cause.startsWith("monitor.");
            return one ? Optional.of(1L) : Optional.empty();
        }
    }
}
