package io.billingcenter.domain.settlement;

import io.billingcenter.domain.money.Money;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The balances of a wallet during a settlement: its instruments in the order in which they pay, and its cash. No
 * balance is ever below zero.
 */
final class WalletBalances {

    private record Name(LedgerAccount ledgerAccount, String id) {}

    private final TreeMap<Instrument, InstrumentBalance> held = new TreeMap<>();
    private final Map<Name, Instrument> byName = new HashMap<>();
    private final Money zero;
    private Money cash;

    WalletBalances(Collection<InstrumentBalance> instruments, Money cash) {
        this.zero = Money.zero(cash.currency());
        this.cash = cash;
        instruments.forEach(this::put);
    }

    Currency currency() {
        return zero.currency();
    }

    Money cash() {
        return cash;
    }

    void addCash(Money amount) {
        cash = requireCovered("cash", cash.plus(amount));
    }

    void take(Instrument instrument, Money balance) {
        put(new InstrumentBalance(instrument, balance, 0));
    }

    void add(Instrument instrument, Money amount) {
        InstrumentBalance before = get(instrument);
        put(new InstrumentBalance(
                instrument, requireCovered(instrument.id(), before.balance().plus(amount)), before.expiries()));
    }

    /** Voids the remaining amount and returns the instrument as it was before. */
    InstrumentBalance expire(Instrument instrument) {
        InstrumentBalance before = get(instrument);
        put(new InstrumentBalance(instrument, zero, before.expiries() + 1));
        return before;
    }

    Money balance(Instrument instrument) {
        return get(instrument).balance();
    }

    /** Returns the instruments with a balance, in the order in which they pay. */
    List<InstrumentBalance> usable() {
        return held.values().stream()
                .filter(item -> item.balance().isPositive())
                .toList();
    }

    List<InstrumentBalance> all() {
        return List.copyOf(held.values());
    }

    Instrument named(LedgerAccount ledgerAccount, String id) {
        Instrument instrument = byName.get(new Name(ledgerAccount, id));
        if (instrument == null) {
            throw new IllegalStateException(
                    "Expected " + ledgerAccount.code() + " " + id + " in the wallet, found none");
        }
        return instrument;
    }

    private InstrumentBalance get(Instrument instrument) {
        InstrumentBalance item = held.get(instrument);
        if (item == null) {
            throw new IllegalStateException("Expected " + instrument.id() + " in the wallet, found none");
        }
        return item;
    }

    private void put(InstrumentBalance item) {
        held.put(item.instrument(), item);
        byName.put(
                new Name(
                        item.instrument().kind().ledgerAccount(),
                        item.instrument().id()),
                item.instrument());
    }

    private static Money requireCovered(String name, Money balance) {
        if (balance.isNegative()) {
            throw new IllegalStateException("Expected a balance of " + name + " of at least 0, found " + balance);
        }
        return balance;
    }
}
