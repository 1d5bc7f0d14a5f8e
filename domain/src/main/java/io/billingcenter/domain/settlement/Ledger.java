package io.billingcenter.domain.settlement;

import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingDay;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ledger entries of one wallet that a settlement creates. A request whose legs do not add up to zero is a
 * programming error and is rejected.
 */
final class Ledger {

    private final WalletKey wallet;
    private final List<LedgerEntry> entries = new ArrayList<>();
    private long lastNumber;

    Ledger(WalletKey wallet, long lastNumber) {
        this.wallet = wallet;
        this.lastNumber = lastNumber;
    }

    Request request(String id, LedgerEntryType type, BillingDay day, @Nullable BillingDay billDay) {
        return new Request(id, type, day, billDay);
    }

    long lastNumber() {
        return lastNumber;
    }

    List<LedgerEntry> entries() {
        return List.copyOf(entries);
    }

    /** A request whose legs are being recorded. */
    final class Request {
        private final String id;
        private final LedgerEntryType type;
        private final BillingDay day;
        private final @Nullable BillingDay billDay;
        private Money sum = Money.zero(wallet.currency());
        private int legs;

        private Request(String id, LedgerEntryType type, BillingDay day, @Nullable BillingDay billDay) {
            this.id = id;
            this.type = type;
            this.day = day;
            this.billDay = billDay;
        }

        /** Records a leg unless the amount is zero, and returns the number of the last entry. */
        long leg(LedgerAccount ledgerAccount, String instrument, Money amount) {
            return leg(ledgerAccount, instrument, amount, null);
        }

        long leg(LedgerAccount ledgerAccount, String instrument, Money amount, @Nullable BillingDay sourceDay) {
            if (amount.isZero()) {
                return lastNumber;
            }
            legs++;
            lastNumber++;
            sum = sum.plus(amount);
            entries.add(new LedgerEntry(
                    id, legs, lastNumber, type, wallet, ledgerAccount, instrument, amount, day, billDay, sourceDay));
            return lastNumber;
        }

        /**
         * Completes the request.
         *
         * @throws IllegalStateException if the legs do not add up to zero
         */
        void close() {
            if (!sum.isZero()) {
                throw new IllegalStateException("Expected the legs of " + id + " to add up to 0, found " + sum);
            }
        }
    }
}
