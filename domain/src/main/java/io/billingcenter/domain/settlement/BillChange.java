package io.billingcenter.domain.settlement;

import java.util.List;

/**
 * A daily bill that has changed since it was settled, or was never settled.
 *
 * @param settlements how often it was settled before
 * @param shares those that have changed
 */
public record BillChange(BillKey key, int settlements, List<BillShare> shares) {

    /** Keeps a sorted copy of the shares. */
    public BillChange {
        shares = shares.stream()
                .sorted(java.util.Comparator.comparing(BillShare::key))
                .toList();
    }
}
