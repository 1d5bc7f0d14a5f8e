package io.billingcenter.domain.settlement;

import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Settles a wallet up to a day (billing rules 6.1). On each day money comes in, instruments expire, arrears are cleared
 * and then the bills are paid. The result is the same whether days are settled one by one or together. Events of days
 * that are settled already take effect on the last settled day.
 */
public final class Settlement {

    private final LockRules rules;

    /** Creates a settlement that follows the given lock rules. */
    public Settlement(LockRules rules) {
        this.rules = rules;
    }

    /**
     * Applies all events up to and including a day.
     *
     * @param state the wallet after its last settlement
     * @param until last day to settle; events of later days are left to a later run
     */
    public WalletResult settle(WalletState state, WalletEvents events, BillingDay until) {
        return new Run(state, events, until).settle();
    }

    /** The settlement of one wallet. */
    private final class Run {

        private final WalletState before;
        private final WalletEvents events;
        private final BillingDay until;
        private final Ledger ledger;
        private final WalletBalances balances;
        private final PaidLines paidLines;
        private final AccountStanding standing;
        private final BillSettler settler;
        private final TreeSet<BillingDay> days = new TreeSet<>();
        private final List<BillingDay> unlocks = new ArrayList<>();

        Run(WalletState state, WalletEvents events, BillingDay until) {
            this.before = state;
            this.events = events;
            this.until = until;
            ledger = new Ledger(state.key(), state.lastNumber());
            balances = new WalletBalances(state.instruments(), state.cash());
            paidLines = new PaidLines(sources(state, events), state.owedBills());
            standing = new AccountStanding(rules, state.standing());
            settler = new BillSettler(state.key(), ledger, balances, paidLines);
        }

        private static List<LineSource> sources(WalletState state, WalletEvents events) {
            List<LineSource> sources = new ArrayList<>(state.sources());
            events.allocated().stream()
                    .filter(payment -> payment.left().isPositive())
                    .map(LineSource::of)
                    .forEach(sources::add);
            return sources;
        }

        WalletResult settle() {
            plan(events.vouchers(), Voucher::activated);
            plan(events.cards(), PrepaidCard::purchased);
            plan(events.recharges(), Recharge::day);
            plan(events.unlocks(), day -> day);
            plan(events.bills(), bill -> bill.key().postedDay());
            planExpiries();
            planStanding(before.settledDay());
            BillingDay settled = lastDay();
            BillingDay day = days.pollFirst();
            while (day != null) {
                settle(day);
                day = days.pollFirst();
            }
            return result(settled);
        }

        private BillingDay lastDay() {
            BillingDay last = before.settledDay();
            return last != null && until.isBefore(last) ? last : until;
        }

        private void settle(BillingDay day) {
            boolean repeated = day.equals(before.settledDay());
            List<BillChange> bills = effective(
                            events.bills(), bill -> bill.key().postedDay(), day)
                    .stream()
                    .sorted(Comparator.comparing(BillChange::key))
                    .toList();
            boolean reversals =
                    bills.stream().anyMatch(bill -> !bill.reversals().isEmpty());
            // Reversing an unfinished attempt changes the debt, but the standing of the account must be judged by the
            // debt it had before.
            Money owedBefore = owed();
            settler.begin(bills);
            List<Clearing> clearings = credit(day);
            // Money must expire before it could clear arrears, and arrears are cleared before new bills are paid
            // (billing rules 6.1).
            expire(day);
            clearings.forEach(clearing -> settler.clear(clearing, day));
            standing.open(day, reversals ? owedBefore : owed(), repeated, unlock(day));
            settler.settle(day);
            standing.close(day, owed());
            // Payments and refunds of this day can cause further expiries and changes of standing on later days.
            planExpiries();
            planStanding(day);
        }

        /** Credits grants, purchases and recharges of the day, and returns those that can clear arrears. */
        private List<Clearing> credit(BillingDay day) {
            List<Clearing> clearings = new ArrayList<>();
            sorted(effective(events.vouchers(), Voucher::activated, day), Voucher::id)
                    .forEach(voucher -> settler.grant(voucher, day));
            for (PrepaidCard card : sorted(effective(events.cards(), PrepaidCard::purchased, day), PrepaidCard::id)) {
                clearings.add(settler.purchase(card, day));
            }
            for (Recharge recharge : sorted(effective(events.recharges(), Recharge::day, day), Recharge::id)) {
                clearings.add(settler.recharge(recharge, day));
            }
            return clearings;
        }

        private void expire(BillingDay day) {
            for (InstrumentBalance held : balances.usable()) {
                if (held.instrument().isVoidOn(day)) {
                    settler.expire(held.instrument(), day);
                }
            }
        }

        private boolean unlock(BillingDay day) {
            List<BillingDay> due = effective(events.unlocks(), unlock -> unlock, day);
            unlocks.addAll(due);
            return !due.isEmpty();
        }

        private Money owed() {
            return paidLines.owed(Money.zero(before.key().currency()));
        }

        private WalletResult result(BillingDay settled) {
            WalletState after = new WalletState(
                    before.key(),
                    settled,
                    ledger.lastNumber(),
                    balances.all(),
                    balances.cash(),
                    paidLines.owedBills(),
                    paidLines.all(),
                    standing.current());
            return new WalletResult(
                    before,
                    after,
                    ledger.entries(),
                    paidLines.changedBills(),
                    settler.payments(),
                    Stream.concat(events.allocated().stream(), settler.linePayments().stream())
                            .toList(),
                    settler.marketplace(),
                    standing.begun(),
                    standing.notices(),
                    unlocks);
        }

        private <T> void plan(List<T> items, Function<T, BillingDay> dayOf) {
            items.stream()
                    .map(dayOf)
                    .filter(day -> !until.isBefore(day))
                    .map(this::effectiveDay)
                    .forEach(days::add);
        }

        private void planExpiries() {
            balances.usable().stream()
                    .map(held -> held.instrument().expires())
                    .filter(day -> !lastDay().isBefore(day))
                    .map(this::effectiveDay)
                    .forEach(days::add);
        }

        private void planStanding(@Nullable BillingDay after) {
            if (after == null) {
                return;
            }
            BillingDay next = standing.isCountedDown() ? after.plusDays(1) : standing.beginsAfter(after);
            if (next != null && !lastDay().isBefore(next)) {
                days.add(next);
            }
        }

        private <T> List<T> effective(List<T> items, Function<T, BillingDay> dayOf, BillingDay day) {
            return items.stream()
                    .filter(item -> !until.isBefore(dayOf.apply(item)))
                    .filter(item -> effectiveDay(dayOf.apply(item)).equals(day))
                    .toList();
        }

        private BillingDay effectiveDay(BillingDay day) {
            BillingDay last = before.settledDay();
            return last != null && day.isBefore(last) ? last : day;
        }

        private static <T> List<T> sorted(List<T> items, Function<T, String> id) {
            return items.stream().sorted(Comparator.comparing(id)).toList();
        }
    }
}
