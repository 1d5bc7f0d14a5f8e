package io.billingcenter.domain.account;

import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All bindings of one workspace, with the checks of the rules on settlement (billing rules 5.3 and 5.4). */
public final class BindingHistory {

    private final List<Binding> bindings;

    /** Creates the history of a workspace; the bindings must not overlap. */
    public BindingHistory(Collection<Binding> bindings) {
        this.bindings = bindings.stream()
                .sorted(Comparator.comparing(binding -> binding.days().from()))
                .toList();
    }

    /**
     * Returns the bindings that the channel of the workspace does not allow. A workspace activated at a vendor's
     * marketplace is settled by that vendor (billing rules 5.3), or by the wallet from the day on which a cloud account
     * of that vendor to which it was bound has ended (billing rules 5.6).
     */
    public List<Binding> outsideChannel(Channel channel, VendorReleases releases) {
        return channel.vendor()
                .map(vendor -> bindings.stream()
                        .filter(binding -> binding.settlement() != vendor)
                        .filter(binding -> !isWalletAfterRelease(binding, vendor, releases))
                        .toList())
                .orElse(List.of());
    }

    private boolean isWalletAfterRelease(Binding binding, SettlementMethod vendor, VendorReleases releases) {
        BillingDay from = binding.days().from();
        return !binding.settlement().isVendor()
                && before(binding)
                        .flatMap(earlier -> earlier.cloudAccount().stream())
                        .anyMatch(account -> account.settlement() == vendor && releases.released(account, from));
    }

    /**
     * Returns the changes of settlement in a calendar month with an earlier change (billing rules 5.4), each paired
     * with that earlier change.
     */
    public List<BindingChange> secondChangesOfAMonth() {
        Map<BillingMonth, Binding> firstOfMonth = new HashMap<>();
        List<BindingChange> seconds = new ArrayList<>();
        changes(BindingChange::ofSettlement).forEach(change -> {
            BillingMonth month = change.later().days().from().month();
            Binding first = firstOfMonth.putIfAbsent(month, change.later());
            if (first != null) {
                seconds.add(new BindingChange(first, change.later()));
            }
        });
        return List.copyOf(seconds);
    }

    /**
     * Returns the changes to another cloud account before the previous one has ended (billing rules 5.4), also with the
     * wallet in between.
     */
    public List<BindingChange> swapsWithoutRelease(VendorReleases releases) {
        List<BindingChange> swaps = new ArrayList<>();
        Optional<Binding> last = Optional.empty();
        for (Binding binding : bindings) {
            if (binding.cloudAccount().isEmpty()) {
                continue;
            }
            last.map(earlier -> new BindingChange(earlier, binding))
                    .filter(change -> !change.earlier().cloudAccount().equals(binding.cloudAccount()))
                    .filter(change ->
                            !releases.released(change.earlier(), binding.days().from()))
                    .ifPresent(swaps::add);
            last = Optional.of(binding);
        }
        return List.copyOf(swaps);
    }

    /** Returns the moves between a certified and an uncertified billing account (billing rules 5.4). */
    public List<BindingChange> movesAcrossCertification(Predicate<BillingAccountId> certified) {
        return changes(BindingChange::ofAccount)
                .filter(move -> certified.test(move.earlier().account())
                        != certified.test(move.later().account()))
                .toList();
    }

    private Stream<BindingChange> changes(Predicate<BindingChange> kind) {
        List<BindingChange> steps = new ArrayList<>();
        for (int i = 1; i < bindings.size(); i++) {
            steps.add(new BindingChange(bindings.get(i - 1), bindings.get(i)));
        }
        return steps.stream().filter(kind);
    }

    private Stream<Binding> before(Binding binding) {
        return bindings.stream()
                .filter(earlier -> earlier.days().from().isBefore(binding.days().from()));
    }
}
