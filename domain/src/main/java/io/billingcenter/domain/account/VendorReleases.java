package io.billingcenter.domain.account;

import io.billingcenter.domain.time.BillingDay;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Which cloud accounts have ended, on any day (billing rules 5.4, 5.6). */
public final class VendorReleases {

    private final Map<CloudAccount, BillingDay> days;

    /** These releases; of a cloud account there is at most one. */
    public VendorReleases(Collection<VendorRelease> releases) {
        this.days = releases.stream().collect(Collectors.toUnmodifiableMap(VendorRelease::account, VendorRelease::day));
    }

    /** Whether the cloud account has ended on or before that day. */
    public boolean released(CloudAccount account, BillingDay day) {
        BillingDay released = days.get(account);
        return released != null && !day.isBefore(released);
    }

    /** Whether the binding names a cloud account that has ended on or before that day; a wallet never ends. */
    public boolean released(Binding binding, BillingDay day) {
        return binding.cloudAccount().filter(account -> released(account, day)).isPresent();
    }
}
