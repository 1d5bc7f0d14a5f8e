package io.billingcenter.domain.settlement;

import io.billingcenter.domain.account.Binding;
import io.billingcenter.domain.account.ReleasedVendors;
import io.billingcenter.domain.time.BillingDay;

/** Locks by arrears and by cloud accounts that have ended. */
public final class AccountLocks implements UsageLocks {

    private final AccountStates states;
    private final LockRules rules;
    private final ReleasedVendors released;

    /** Locks of accounts that stand like this, by these rules. */
    public AccountLocks(AccountStates states, LockRules rules, ReleasedVendors released) {
        this.states = states;
        this.rules = rules;
        this.released = released;
    }

    @Override
    public boolean hold(Binding binding, BillingDay day) {
        return rules.holds(states.statusOn(binding.account(), day)) || released.holds(binding, day);
    }
}
