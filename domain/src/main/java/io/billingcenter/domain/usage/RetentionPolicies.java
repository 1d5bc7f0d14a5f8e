package io.billingcenter.domain.usage;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The retention policies of one workspace, which determine the tier in force for a subject at an instant (readings Q7,
 * Q13, Q14).
 */
public final class RetentionPolicies {

    /** No policies: the default days apply. */
    public static final RetentionPolicies NONE = new RetentionPolicies(List.of());

    private record Scope(RetentionData data, String subject) {}

    private static final Comparator<Scope> SCOPE_ORDER =
            Comparator.comparing(Scope::data).thenComparing(Scope::subject);

    private final Map<Scope, NavigableMap<Instant, Integer>> daysByScope = new HashMap<>();

    /** Creates the policies of one workspace from its rows, in any order. */
    public RetentionPolicies(Collection<RetentionPolicy> policies) {
        for (RetentionPolicy policy : policies) {
            daysByScope
                    .computeIfAbsent(new Scope(policy.data(), policy.subject()), scope -> new TreeMap<>())
                    .put(policy.effectiveAt(), policy.days());
        }
    }

    /**
     * Returns the days of retention in force at the instant. A policy for the subject takes precedence over a general
     * one, whatever their dates.
     *
     * @param subject measurement or log index; empty for data without subjects
     */
    public int daysAt(RetentionData data, String subject, Instant instant) {
        Integer own = subject.isEmpty() ? null : inForce(data, subject, instant);
        Integer days = own != null ? own : inForce(data, "", instant);
        return days != null ? days : data.defaultDays();
    }

    /**
     * Returns all policies that can decide a tier before the instant as one text; as long as it stays the same, the
     * tiers do.
     */
    public String describe(Instant before) {
        StringBuilder text = new StringBuilder();
        daysByScope.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(SCOPE_ORDER))
                .forEach(entry -> text.append(entry.getKey().data().code())
                        .append('/')
                        .append(entry.getKey().subject())
                        .append('=')
                        .append(entry.getValue().headMap(before))
                        .append(';'));
        return text.toString();
    }

    private @Nullable Integer inForce(RetentionData data, String subject, Instant instant) {
        NavigableMap<Instant, Integer> days = daysByScope.get(new Scope(data, subject));
        if (days == null) {
            return null;
        }
        Map.Entry<Instant, Integer> entry = days.floorEntry(instant);
        return entry == null ? null : entry.getValue();
    }
}
