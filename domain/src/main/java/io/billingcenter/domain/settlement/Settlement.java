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
 * Settles a wallet up to a day (billing rules 6.1): what comes in, what becomes void, what clears arrears, then the bills;
 * day by day. Whether days are settled one by one or together, the outcome is the same; and news of a day that was
 * settled before takes effect on the last one that was.
 */
public final class Settlement {

    private final LockRules rules;

    /** Settles by these rules. */
    public Settlement(LockRules rules) {
        this.rules = rules;
    }

    /**
     * Lets all news up to a day take effect.
     *
     * @param state the wallet as it was left
     * @param until news of later days are left for a later run
     */
    public WalletResult settle(WalletState state, WalletEvents news, BillingDay until) {
        return new Run(state, news, until).settle();
    }

    /** One wallet while it is settled. */
    private final class Run {

        private final WalletState before;
        private final WalletEvents news;
        private final BillingDay until;
        private final Ledger ledger;
        private final WalletBalances purse;
        private final PaidLines paidLines;
        private final AccountStanding standing;
        private final BillSettler payer;
        private final TreeSet<BillingDay> days = new TreeSet<>();
        private final List<BillingDay> unlocks = new ArrayList<>();

        Run(WalletState state, WalletEvents news, BillingDay until) {
            this.before = state;
            this.news = news;
            this.until = until;
            ledger = new Ledger(state.key(), state.lastNumber());
            purse = new WalletBalances(state.instruments(), state.cash());
            paidLines = new PaidLines(sources(state, news), state.owedBills());
            standing = new AccountStanding(rules, state.standing());
            payer = new BillSettler(state.key(), ledger, purse, paidLines);
        }

        private static List<LineSource> sources(WalletState state, WalletEvents news) {
            List<LineSource> sources = new ArrayList<>(state.sources());
            news.spread().stream()
                    .filter(payment -> payment.left().isPositive())
                    .map(LineSource::of)
                    .forEach(sources::add);
            return sources;
        }

        WalletResult settle() {
            plan(news.vouchers(), Voucher::activated);
            plan(news.cards(), PrepaidCard::purchased);
            plan(news.recharges(), Recharge::day);
            plan(news.unlocks(), day -> day);
            plan(news.bills(), bill -> bill.key().postedDay());
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
            List<BillChange> bills = effective(news.bills(), bill -> bill.key().postedDay(), day).stream()
                    .sorted(Comparator.comparing(BillChange::key))
                    .toList();
            boolean anew = bills.stream().anyMatch(bill -> !bill.anew().isEmpty());
            Money owedBefore = owed();
            payer.begin(bills);
            List<Clearing> clearings = credit(day);
            expire(day);
            clearings.forEach(clearing -> payer.clear(clearing, day));
            standing.open(day, anew ? owedBefore : owed(), repeated, unlock(day));
            payer.settle(day);
            standing.close(day, owed());
            planExpiries();
            planStanding(day);
        }

        /** Takes in what was granted, bought and paid in; gives what of it may clear arrears. */
        private List<Clearing> credit(BillingDay day) {
            List<Clearing> clearings = new ArrayList<>();
            sorted(effective(news.vouchers(), Voucher::activated, day), Voucher::id)
                    .forEach(voucher -> payer.grant(voucher, day));
            for (PrepaidCard card : sorted(effective(news.cards(), PrepaidCard::purchased, day), PrepaidCard::id)) {
                clearings.add(payer.purchase(card, day));
            }
            for (Recharge recharge : sorted(effective(news.recharges(), Recharge::day, day), Recharge::id)) {
                clearings.add(payer.recharge(recharge, day));
            }
            return clearings;
        }

        private void expire(BillingDay day) {
            for (InstrumentBalance held : purse.usable()) {
                if (held.instrument().isVoidOn(day)) {
                    payer.expire(held.instrument(), day);
                }
            }
        }

        private boolean unlock(BillingDay day) {
            List<BillingDay> due = effective(news.unlocks(), unlock -> unlock, day);
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
                    purse.all(),
                    purse.cash(),
                    paidLines.owedBills(),
                    paidLines.all(),
                    standing.current());
            return new WalletResult(
                    before,
                    after,
                    ledger.entries(),
                    paidLines.changedBills(),
                    payer.payments(),
                    Stream.concat(news.spread().stream(), payer.linePayments().stream())
                            .toList(),
                    payer.marketplace(),
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
            purse.usable().stream()
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
