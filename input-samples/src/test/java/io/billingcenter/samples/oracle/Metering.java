package io.billingcenter.samples.oracle;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** From what was reported to quantities per meter and tier of one workspace-day (billing rules 1.2 to 1.4, 4.4). */
final class Metering {

    /** Later than every hour: series take the policy of the last instant of the day. */
    private static final int END_OF_DAY = 24;

    private final Reference reference;

    Metering(Reference reference) {
        this.reference = reference;
    }

    /** The quantities above zero. */
    Map<Tier, Fraction> quantities(String workspace, LocalDate day, List<Item> items) {
        boolean ingest = reference.plan(workspace, day).equals("commercial_ingest");
        Map<Tier, Fraction> quantities = new TreeMap<>();
        Map<Tier, Map<String, Fraction>> largest = new TreeMap<>();
        Map<Tier, Set<String>> distinct = new TreeMap<>();
        Map<Tier, Fraction> spans = new TreeMap<>();
        Map<Tier, Fraction> otherRum = new TreeMap<>();
        for (Item item : items) {
            Fraction number = Fraction.of(item.number());
            switch (item.source()) {
                case "ts" ->
                    largest(
                            largest,
                            tier("series", "metric", item.subject(), workspace, day, END_OF_DAY),
                            item.subject(),
                            number);
                case "logging" -> {
                    if (!ingest) {
                        add(quantities, tier("log", "log", item.subject(), workspace, day, item.hour()), number);
                    }
                }
                case "csv:series" ->
                    add(quantities, tier("series", "metric", item.subject(), workspace, day, END_OF_DAY), number);
                case "keyevent", "security", RawItems.SELF_BUILT -> {
                    if (!ingest) {
                        add(quantities, tier("log", "log", "default", workspace, day, item.hour()), number);
                    }
                }
                case "logging_bytes" -> {
                    if (ingest) {
                        add(quantities, tier("log_bytes", "log", item.subject(), workspace, day, item.hour()), number);
                    }
                }
                case "tracing" -> add(quantities, tier("trace", "trace", "", workspace, day, item.hour()), number);
                case "rum_pv" -> add(quantities, tier("rum_pv", "rum", "", workspace, day, item.hour()), number);
                case "backup_log_s3_bytes" -> add(quantities, Tier.flat("forward_external"), number);
                case "backup_log_guance_bytes" -> largest(largest, Tier.flat("forward_stored"), item.subject(), number);
                case "api_test" -> add(quantities, Tier.flat("synthetic"), number);
                case "privacy_scan_bytes" -> add(quantities, Tier.flat("scan"), number);
                case "report" -> add(quantities, Tier.flat("report"), number);
                case "pipeline_processed_bytes" -> add(quantities, Tier.flat("pipeline"), number);
                case "datakit" -> largest(largest, Tier.flat("datakit"), item.subject(), number);
                case "csv:datakit" -> add(quantities, Tier.flat("datakit"), number);
                case "csv:profile" ->
                    add(quantities, tier("profile", "profile", "", workspace, day, item.hour()), number);
                case "csv:network" -> distinct(distinct, Tier.flat("network_host"), item.subject());
                case "csv:session_replay" ->
                    largest(largest, Tier.flat("session_replay"), item.subject(), number.max(Fraction.ONE));
                case "csv:trigger" -> add(quantities, Tier.flat("trigger"), number);
                case "csv:sms" -> add(quantities, Tier.flat("sms"), number);
                case "csv:span" -> {
                    Tier tier = tier("trace", "trace", "", workspace, day, item.hour());
                    distinct(distinct, tier, item.hour() + item.subject());
                    add(spans, tier, number);
                }
                case "csv:rum_resource" ->
                    add(otherRum, tier("rum_pv", "rum", "", workspace, day, item.hour()), number);
                default -> throw new IllegalArgumentException(item.source());
            }
        }
        largest.forEach((tier, values) -> values.values().forEach(value -> add(quantities, tier, value)));
        distinct.forEach((tier, values) -> add(quantities, tier, Fraction.of(values.size())));
        spans.forEach((tier, number) -> quantities.merge(tier, number.over(Fraction.of(10)), Fraction::max));
        otherRum.forEach((tier, number) -> quantities.merge(tier, number.over(Fraction.of(100)), Fraction::max));
        quantities.values().removeIf(quantity -> quantity.sign() == 0);
        return quantities;
    }

    private static void add(Map<Tier, Fraction> sums, Tier tier, Fraction number) {
        sums.merge(tier, number, Fraction::plus);
    }

    private static void largest(Map<Tier, Map<String, Fraction>> largest, Tier tier, String subject, Fraction number) {
        largest.computeIfAbsent(tier, any -> new TreeMap<>()).merge(subject, number, Fraction::max);
    }

    private static void distinct(Map<Tier, Set<String>> distinct, Tier tier, String entity) {
        distinct.computeIfAbsent(tier, any -> new HashSet<>()).add(entity);
    }

    /** The policy in force at the start of the hour; a subject's own wins; else the default of billing rules 4.3. */
    private Tier tier(String meter, String data, String subject, String workspace, LocalDate day, int hour) {
        int found = data.equals("metric") ? 7 : 14;
        for (String scope : List.of("", subject)) {
            LocalDate latest = LocalDate.MIN;
            int latestHour = 0;
            for (Reference.Policy policy : reference.policies) {
                boolean begun = policy.day().isBefore(day) || policy.day().equals(day) && policy.hour() <= hour;
                boolean newer =
                        policy.day().isAfter(latest) || policy.day().equals(latest) && policy.hour() > latestHour;
                if (policy.workspace().equals(workspace)
                        && policy.data().equals(data)
                        && policy.subject().equals(scope)
                        && begun
                        && newer) {
                    latest = policy.day();
                    latestHour = policy.hour();
                    found = policy.days();
                }
            }
        }
        return new Tier(meter, found);
    }
}
