package io.billingcenter.domain.invoicing;

import io.billingcenter.domain.time.BillingDay;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A person's consent to closing a month although the checklist has findings.
 *
 * @param reasons accepted reasons; empty if nothing was accepted
 * @param why reason given by the person
 * @param by name of the person
 * @param on day of the acceptance; null if nothing was accepted
 */
public record CloseAcceptance(
        Set<CloseReason> reasons,
        String why,
        String by,
        @Nullable BillingDay on) {

    /** An acceptance of no reasons. */
    public static final CloseAcceptance NONE = new CloseAcceptance(Set.of(), "", "", null);

    /** Copies the reasons. */
    public CloseAcceptance {
        reasons = Set.copyOf(reasons);
    }

    /** Returns the names of the reasons in their order, separated by commas. */
    public String names() {
        return new TreeSet<>(reasons).stream().map(CloseReason::text).collect(Collectors.joining(","));
    }
}
