package io.billingcenter.domain.settlement;

import io.billingcenter.domain.account.Binding;
import io.billingcenter.domain.account.ReleasedVendors;
import io.billingcenter.domain.time.BillingDay;
import java.util.Set;

/**
 * Holds usage because of arrears, or because a cloud account has ended: for good, or until the wallet that took over
 * has funds (reading Q21).
 */
public final class AccountLocks implements UsageLocks {

    private final AccountStates states;
    private final LockRules rules;
    private final ReleasedVendors released;
    private final Set<Binding> switched;

    /**
     * Creates the locks that follow from the given account states and rules.
     *
     * @param switched bindings under which the wallet has taken over from a cloud account that has ended
     */
    public AccountLocks(AccountStates states, LockRules rules, ReleasedVendors released, Set<Binding> switched) {
        this.states = states;
        this.rules = rules;
        this.released = released;
        this.switched = Set.copyOf(switched);
    }

    @Override
    public boolean hold(Binding binding, BillingDay day) {
        return rules.holds(states.statusOn(binding.account(), day))
                || released.holds(binding, day)
                || switched.contains(binding) && !states.hasFunds(binding.account(), day);
    }
}
