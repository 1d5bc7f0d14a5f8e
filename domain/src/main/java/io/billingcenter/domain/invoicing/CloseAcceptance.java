package io.billingcenter.domain.invoicing;

import io.billingcenter.domain.time.BillingDay;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A person's consent to closing a month although the checklist has findings.
 *
 * @param reasons what is accepted; none when nobody accepted anything
 * @param why the person's reason, for people
 * @param by who it was
 * @param on the day on which it was said; null when nobody accepted anything
 */
public record CloseAcceptance(
        Set<CloseReason> reasons,
        String why,
        String by,
        @Nullable BillingDay on) {

    /** An acceptance of nothing. */
    public static final CloseAcceptance NONE = new CloseAcceptance(Set.of(), "", "", null);

    /** Keeps a copy of the reasons. */
    public CloseAcceptance {
        reasons = Set.copyOf(reasons);
    }

    /** The names of the reasons in their order, separated by commas. */
    public String names() {
        return new TreeSet<>(reasons).stream().map(CloseReason::text).collect(Collectors.joining(","));
    }
}
