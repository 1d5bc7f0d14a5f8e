package io.billingcenter.domain.settlement;

import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingDay;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down the movements of a wallet; a request that does not add up to nothing is a fault of ours and refused. */
final class Ledger {

    private final WalletKey wallet;
    private final List<LedgerEntry> entries = new ArrayList<>();
    private long lastNumber;

    Ledger(WalletKey wallet, long lastNumber) {
        this.wallet = wallet;
        this.lastNumber = lastNumber;
    }

    Request request(String id, LedgerEntryType movement, BillingDay day, @Nullable BillingDay billDay) {
        return new Request(id, movement, day, billDay);
    }

    long lastNumber() {
        return lastNumber;
    }

    List<LedgerEntry> entries() {
        return List.copyOf(entries);
    }

    /** One movement while its legs are written down. */
    final class Request {
        private final String id;
        private final LedgerEntryType movement;
        private final BillingDay day;
        private final @Nullable BillingDay billDay;
        private Money sum = Money.zero(wallet.currency());
        private int legs;

        private Request(String id, LedgerEntryType movement, BillingDay day, @Nullable BillingDay billDay) {
            this.id = id;
            this.movement = movement;
            this.day = day;
            this.billDay = billDay;
        }

        /** Writes down a leg, unless nothing moved; gives the number of the entry. */
        long leg(LedgerAccount side, String instrument, Money amount) {
            return leg(side, instrument, amount, null);
        }

        long leg(LedgerAccount side, String instrument, Money amount, @Nullable BillingDay sourceDay) {
            if (amount.isZero()) {
                return lastNumber;
            }
            legs++;
            lastNumber++;
            sum = sum.plus(amount);
            entries.add(new LedgerEntry(
                    id, legs, lastNumber, movement, wallet, side, instrument, amount, day, billDay, sourceDay));
            return lastNumber;
        }

        /** Checks that as much was gained as lost. */
        void close() {
            if (!sum.isZero()) {
                throw new IllegalStateException("Expected the legs of " + id + " to add up to 0, found " + sum);
            }
        }
    }
}
