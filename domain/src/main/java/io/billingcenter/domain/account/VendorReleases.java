package io.billingcenter.domain.account;

import io.billingcenter.domain.time.BillingDay;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** The ends of cloud accounts (billing rules 5.4, 5.6). */
public final class VendorReleases {

    private final Map<CloudAccount, BillingDay> days;

    /** Creates the set of releases; a cloud account has at most one. */
    public VendorReleases(Collection<VendorRelease> releases) {
        this.days = releases.stream().collect(Collectors.toUnmodifiableMap(VendorRelease::account, VendorRelease::day));
    }

    /** Returns whether the cloud account has ended on or before the day. */
    public boolean released(CloudAccount account, BillingDay day) {
        BillingDay released = days.get(account);
        return released != null && !day.isBefore(released);
    }

    /** Returns whether the binding names a cloud account that has ended on or before the day; false for a wallet. */
    public boolean released(Binding binding, BillingDay day) {
        return binding.cloudAccount().filter(account -> released(account, day)).isPresent();
    }
}
