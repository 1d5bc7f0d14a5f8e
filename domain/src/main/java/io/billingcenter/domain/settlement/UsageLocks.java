package io.billingcenter.domain.settlement;

import io.billingcenter.domain.account.Binding;
import io.billingcenter.domain.time.BillingDay;

/** Decides whose usage is held because nobody pays for it (billing rules 5.6, 5.7). */
@FunctionalInterface
public interface UsageLocks {

    /** Locks that hold nobody's usage. */
    UsageLocks NONE = (binding, day) -> false;

    /** Returns whether usage under the binding is held on the day. */
    boolean hold(Binding binding, BillingDay day);
}
