package io.billingcenter.samples.oracle;

import io.billingcenter.samples.oracle.Reference.Binding;
import java.time.LocalDate;
import java.util.Set;

/** Readings that an operator may set, and numbers of the rules. */
record Rules(Set<String> switchedWhenReleased, int countdownDays) {

    /** As shipped: Alibaba's accounts switch to the wallet, the others lock (billing rules 5.6, reading Q21). */
    static final Rules SHIPPED = new Rules(Set.of("aliyun", "aliyun_intl"), 14);

    /** Whether the cloud account of a binding was released (billing rules 5.6). */
    private static boolean isReleased(Reference reference, Binding binding, LocalDate day) {
        return reference.releases.stream()
                .anyMatch(release -> release.settlement().equals(binding.settlement())
                        && release.vendorAccount().equals(binding.vendorAccount())
                        && !release.day().isAfter(day));
    }

    boolean isReleasedAndLocks(Reference reference, Binding binding, LocalDate day) {
        return isReleased(reference, binding, day) && !switchedWhenReleased.contains(binding.settlement());
    }

    /** Returns whether the wallet has taken over for a cloud account that was released (reading Q21). */
    boolean isSwitched(Reference reference, Binding binding, LocalDate day) {
        return isReleased(reference, binding, day) && switchedWhenReleased.contains(binding.settlement());
    }

    /** A released account at a vendor that switches is settled by the wallet. */
    String settlement(Reference reference, Binding binding, LocalDate day) {
        return isSwitched(reference, binding, day) ? "wallet" : binding.settlement();
    }
}
