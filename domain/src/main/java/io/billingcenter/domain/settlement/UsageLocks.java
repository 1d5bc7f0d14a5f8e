package io.billingcenter.domain.settlement;

import io.billingcenter.domain.account.Binding;
import io.billingcenter.domain.time.BillingDay;

/** Whose usage is held because nobody pays for it (billing rules 5.6, 5.7). */
@FunctionalInterface
public interface UsageLocks {

    /** Nobody's. */
    UsageLocks NONE = (binding, day) -> false;

    /** Whether usage under the binding is held on the day. */
    boolean hold(Binding binding, BillingDay day);
}
