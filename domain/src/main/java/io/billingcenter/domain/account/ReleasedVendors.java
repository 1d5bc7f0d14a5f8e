package io.billingcenter.domain.account;

import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The cloud accounts that have ended, with the effect on bindings that still name them (billing rules 5.6). */
public final class ReleasedVendors {

    /** No cloud account has ended. */
    public static final ReleasedVendors NONE = new ReleasedVendors(List.of(), Map.of());

    private record VendorAccount(
            SettlementMethod settlement, @Nullable String account) {}

    private final Map<VendorAccount, BillingDay> ended = new HashMap<>();
    private final Map<SettlementMethod, ReleaseRule> rules;

    /**
     * Creates the set of ended cloud accounts.
     *
     * @param rules rule by vendor; the rule of a vendor without an entry is to lock
     */
    public ReleasedVendors(Collection<VendorRelease> releases, Map<SettlementMethod, ReleaseRule> rules) {
        releases.forEach(
                release -> ended.put(new VendorAccount(release.settlement(), release.vendorAccount()), release.day()));
        this.rules = Map.copyOf(rules);
    }

    /** Returns the first day of the binding on which its cloud account no longer pays, if there is one. */
    public Optional<BillingDay> endOf(Binding binding) {
        BillingDay day = ended.get(new VendorAccount(binding.settlement(), binding.vendorAccount()));
        if (day == null) {
            return Optional.empty();
        }
        BillingDay first = day.isBefore(binding.days().from()) ? binding.days().from() : day;
        return binding.days().contains(first) ? Optional.of(first) : Optional.empty();
    }

    /** Returns whether usage under the binding is held on the day because its cloud account has ended. */
    public boolean holds(Binding binding, BillingDay day) {
        return ruleOf(binding) == ReleaseRule.LOCK
                && endOf(binding).filter(end -> !day.isBefore(end)).isPresent();
    }

    /** Returns the bindings in force: where the rule is to switch, the wallet takes over. */
    public List<Binding> inForce(Collection<Binding> bindings) {
        return bindings.stream().flatMap(this::inForce).toList();
    }

    /** Returns those of the bindings in force under which the wallet has taken over from an ended cloud account. */
    public List<Binding> switched(Collection<Binding> bindings) {
        return bindings.stream().flatMap(binding -> wallet(binding).stream()).toList();
    }

    private Stream<Binding> inForce(Binding binding) {
        Optional<Binding> wallet = wallet(binding);
        if (wallet.isEmpty()) {
            return Stream.of(binding);
        }
        BillingDay from = binding.days().from();
        BillingDay end = wallet.get().days().from();
        if (end.equals(from)) {
            return wallet.stream();
        }
        Binding vendor = new Binding(
                binding.workspace(),
                binding.account(),
                binding.settlement(),
                binding.vendorAccount(),
                new DayRange(from, end));
        return Stream.of(vendor, wallet.get());
    }

    /** Returns the binding under which the wallet takes over, where the rule is to switch. */
    private Optional<Binding> wallet(Binding binding) {
        if (ruleOf(binding) == ReleaseRule.LOCK) {
            return Optional.empty();
        }
        return endOf(binding)
                .map(end -> new Binding(
                        binding.workspace(),
                        binding.account(),
                        SettlementMethod.WALLET,
                        null,
                        new DayRange(end, binding.days().to())));
    }

    private ReleaseRule ruleOf(Binding binding) {
        return rules.getOrDefault(binding.settlement(), ReleaseRule.LOCK);
    }
}
