package io.billingcenter.domain.guard;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.Binding;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.pricing.UsagePackage;
import io.billingcenter.domain.time.BillingDay;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The days on which accounts changed, so that earlier charges are not comparable with later ones: a package began or
 * ended, or a workspace was bound to the account.
 */
public final class AccountChanges {

    private final Map<BillingAccountId, NavigableSet<BillingDay>> days = new HashMap<>();

    /**
     * Derives the changes from packages and bindings. A binding that continues an earlier one of the same workspace and
     * account is no change.
     */
    public AccountChanges(Collection<UsagePackage> packages, Collection<Binding> bindings) {
        for (UsagePackage usagePackage : packages) {
            add(usagePackage.account(), usagePackage.days().from());
            BillingDay end = usagePackage.days().to();
            if (end != null) {
                add(usagePackage.account(), end);
            }
        }
        Map<WorkspaceId, List<Binding>> byWorkspace =
                bindings.stream().collect(Collectors.groupingBy(Binding::workspace));
        byWorkspace.values().forEach(this::addBindings);
    }

    /** Returns whether the account changed on the day or within the given number of days before it. */
    public boolean within(BillingAccountId account, BillingDay day, int daysBefore) {
        NavigableSet<BillingDay> changes = days.get(account);
        BillingDay last = changes == null ? null : changes.floor(day);
        return last != null && !last.isBefore(day.minusDays(daysBefore));
    }

    private void addBindings(List<Binding> ofWorkspace) {
        Binding before = null;
        List<Binding> inOrder = ofWorkspace.stream()
                .sorted(Comparator.comparing(binding -> binding.days().from()))
                .toList();
        for (Binding binding : inOrder) {
            boolean goesOn = before != null
                    && before.account().equals(binding.account())
                    && binding.days().from().equals(before.days().to());
            if (!goesOn) {
                add(binding.account(), binding.days().from());
            }
            before = binding;
        }
    }

    private void add(BillingAccountId account, BillingDay day) {
        days.computeIfAbsent(account, key -> new TreeSet<>()).add(day);
    }
}
