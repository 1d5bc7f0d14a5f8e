package io.billingcenter.samples.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The wallet of one account, and what paid each of its bills (billing rules 6.1, 6.2). */
final class Ledger {

    /** Order of the settlement methods within a day. */
    private static final List<String> METHODS = List.of("wallet", "aliyun", "aliyun_intl", "aws", "huawei", "azure");

    /** A daily bill is all that was posted under a day for a settlement. */
    record BillKey(LocalDate day, String settlement) {}

    /** The columns of settlement and invoice. */
    enum Source {
        VOUCHER,
        PREPAID_CARD,
        CASH,
        CLOUD,
        OWED
    }

    /** A part of a bill; a refund is a part of its own, below zero. Clearing moves from owed to what cleared it. */
    record Payment(BillKey bill, LocalDate day, Source source, Fraction amount, boolean clearing) {}

    /**
     * A day that was settled.
     *
     * @param opening what was owed after everything that came in, before the bills
     * @param unlock whether the account manager unlocks on it
     * @param closing what was owed after the bills
     */
    record Moment(LocalDate day, Fraction opening, boolean unlock, Fraction closing) {}

    /** A voucher or a card. */
    private static final class Instrument {
        final String id;
        final Source source;
        final boolean fullReduction;
        final LocalDate from;
        final LocalDate expires;
        Fraction balance;

        Instrument(
                String id, Source source, boolean fullReduction, LocalDate from, LocalDate expires, Fraction balance) {
            this.id = id;
            this.source = source;
            this.fullReduction = fullReduction;
            this.from = from;
            this.expires = expires;
            this.balance = balance;
        }
    }

    /** What a bill took and what of it can still be given back. */
    private static final class Taken {
        final BillKey bill;
        final Source source;
        final String instrument;
        Fraction left;

        Taken(BillKey bill, Source source, String instrument, Fraction left) {
            this.bill = bill;
            this.source = source;
            this.instrument = instrument;
            this.left = left;
        }
    }

    private final String account;
    private final Map<String, Instrument> instruments = new TreeMap<>();
    private final Set<String> seen = new HashSet<>();
    private final List<Taken> taken = new ArrayList<>();
    private final Map<BillKey, Fraction> settled = new HashMap<>();
    private final Map<BillKey, Fraction> settledForVouchers = new HashMap<>();
    private Fraction cash = Fraction.ZERO;
    private LocalDate lastDay = LocalDate.MIN;

    final List<Payment> payments = new ArrayList<>();
    /** Cards bought, by the day on which they took effect. */
    final Map<LocalDate, Fraction> cardsBought = new TreeMap<>();
    /** What was owed whenever something happened, in order. */
    final List<Moment> moments = new ArrayList<>();

    Ledger(String account) {
        this.account = account;
    }

    /** Settles everything up to a day; an event older than the last settled day takes effect on that day. */
    void settleUpTo(LocalDate last, Reference reference, List<Posting> postings) {
        TreeMap<LocalDate, List<Runnable>> days = new TreeMap<>();
        reference.vouchers.stream()
                .filter(row -> row.account().equals(account) && isNew("grant:" + row.id(), row.activated(), last))
                .sorted(Comparator.comparing(Reference.Voucher::id))
                .forEach(row -> on(
                        days,
                        row.activated(),
                        () -> add(new Instrument(
                                "v" + row.id(),
                                Source.VOUCHER,
                                row.kind().equals("full_reduction"),
                                row.activated(),
                                row.expires(),
                                row.amount()))));
        Map<LocalDate, List<Runnable>> clearings = new HashMap<>();
        reference.cards.stream()
                .filter(row -> row.account().equals(account) && isNew("purchase:" + row.id(), row.purchased(), last))
                .sorted(Comparator.comparing(Reference.Card::id))
                .forEach(row -> {
                    LocalDate day = effective(row.purchased());
                    Instrument card = new Instrument(
                            "c" + row.id(), Source.PREPAID_CARD, false, row.purchased(), row.expires(), row.amount());
                    on(days, day, () -> {
                        add(card);
                        cardsBought.merge(day, row.amount(), Fraction::plus);
                    });
                    clearings.computeIfAbsent(day, any -> new ArrayList<>()).add(() -> {
                        if (day.isBefore(card.expires)) {
                            clear(day, Source.PREPAID_CARD, card.id, card.balance);
                        }
                    });
                });
        reference.recharges.stream()
                .filter(row -> row.account().equals(account) && isNew("recharge:" + row.id(), row.day(), last))
                .sorted(Comparator.comparing(Reference.Recharge::id))
                .forEach(row -> {
                    LocalDate day = effective(row.day());
                    on(days, day, () -> cash = cash.plus(row.amount()));
                    clearings
                            .computeIfAbsent(day, any -> new ArrayList<>())
                            .add(() -> clear(day, Source.CASH, "", row.amount()));
                });
        clearings.forEach((day, all) -> all.forEach(clearing -> on(days, day, clearing)));
        Set<LocalDate> unlocks = new HashSet<>();
        reference.unlocks.stream()
                .filter(row -> row.account().equals(account) && isNew("unlock:" + row.day(), row.day(), last))
                .forEach(row -> {
                    unlocks.add(effective(row.day()));
                    on(days, row.day(), () -> {});
                });
        TreeMap<LocalDate, List<Runnable>> payments = new TreeMap<>();
        bills(postings, last).forEach((bill, due) -> {
            on(days, bill.day(), () -> {});
            on(payments, bill.day(), () -> pay(bill, due, postings));
        });
        days.forEach((day, events) -> {
            events.forEach(Runnable::run);
            Fraction opening = owed();
            payments.getOrDefault(day, List.of()).forEach(Runnable::run);
            moments.add(new Moment(day, opening, unlocks.contains(day), owed()));
        });
        lastDay = last.isAfter(lastDay) ? last : lastDay;
    }

    private boolean isNew(String request, LocalDate day, LocalDate last) {
        return !day.isAfter(last) && seen.add(request);
    }

    private LocalDate effective(LocalDate day) {
        return day.isBefore(lastDay) ? lastDay : day;
    }

    private void on(Map<LocalDate, List<Runnable>> days, LocalDate day, Runnable event) {
        days.computeIfAbsent(effective(day), any -> new ArrayList<>()).add(event);
    }

    private void add(Instrument instrument) {
        instruments.put(instrument.id, instrument);
    }

    /** What the bills amount to now, less what was settled, in order of payment. */
    private Map<BillKey, Fraction> bills(List<Posting> postings, LocalDate last) {
        Map<BillKey, Fraction> bills = new TreeMap<>(
                Comparator.comparing(BillKey::day).thenComparing(bill -> METHODS.indexOf(bill.settlement())));
        for (Posting posting : postings) {
            if (posting.key().account().equals(account) && !posting.posted().isAfter(last)) {
                bills.merge(
                        new BillKey(posting.posted(), posting.key().settlement()), posting.amount(), Fraction::plus);
            }
        }
        bills.replaceAll((bill, total) -> total.minus(settled.getOrDefault(bill, Fraction.ZERO)));
        return bills;
    }

    private void pay(BillKey bill, Fraction due, List<Posting> postings) {
        Fraction eligibleNow = postings.stream()
                .filter(posting -> posting.key().account().equals(account)
                        && posting.posted().equals(bill.day())
                        && posting.key().settlement().equals(bill.settlement())
                        && posting.mayBePaidByVoucher())
                .map(Posting::amount)
                .reduce(Fraction.ZERO, Fraction::plus);
        Fraction eligible = eligibleNow.minus(settledForVouchers.getOrDefault(bill, Fraction.ZERO));
        settledForVouchers.put(bill, eligibleNow);
        settled.merge(bill, due, Fraction::plus);
        if (due.sign() > 0) {
            Fraction byVoucher = eligible.min(due).max(Fraction.ZERO);
            Fraction rest = due.minus(byVoucher).plus(take(bill, Source.VOUCHER, byVoucher));
            rest = take(bill, Source.PREPAID_CARD, rest);
            if (bill.settlement().equals("wallet")) {
                Fraction byCash = rest.min(cash);
                cash = cash.minus(byCash);
                paid(bill, Source.CASH, "", byCash);
                paid(bill, Source.OWED, "", rest.minus(byCash));
            } else {
                paid(bill, Source.CLOUD, "", rest);
            }
        } else {
            giveBack(bill, due.negated());
        }
    }

    /** Pays from vouchers or cards that are valid on the day: earliest expiry, then start, then id (reading Q16, Q18). */
    private Fraction take(BillKey bill, Source source, Fraction wanted) {
        List<Instrument> valid = instruments.values().stream()
                .filter(any -> any.source == source && Reference.isIn(bill.day(), any.from, any.expires))
                .sorted(Comparator.comparing((Instrument any) -> any.fullReduction)
                        .thenComparing(any -> any.expires)
                        .thenComparing(any -> any.from)
                        .thenComparing(any -> any.id))
                .toList();
        Fraction rest = wanted;
        for (Instrument any : valid) {
            Fraction part = rest.min(any.balance);
            any.balance = any.balance.minus(part);
            rest = rest.minus(part);
            paid(bill, source, any.id, part);
        }
        return rest;
    }

    private void paid(BillKey bill, Source source, String instrument, Fraction amount) {
        if (amount.sign() > 0) {
            taken.add(new Taken(bill, source, instrument, amount));
            payments.add(new Payment(bill, bill.day(), source, amount, false));
        }
    }

    /** Arrears are cleared by new money, oldest bill first. */
    private void clear(LocalDate day, Source source, String instrument, Fraction most) {
        Fraction rest = most;
        for (Taken open : List.copyOf(taken)) {
            Fraction part = open.source == Source.OWED ? rest.min(open.left) : Fraction.ZERO;
            if (part.sign() > 0) {
                open.left = open.left.minus(part);
                rest = rest.minus(part);
                taken.add(new Taken(open.bill, source, instrument, part));
                payments.add(new Payment(open.bill, day, Source.OWED, part.negated(), true));
                payments.add(new Payment(open.bill, day, source, part, true));
                if (source == Source.CASH) {
                    cash = cash.minus(part);
                } else {
                    Instrument card = instruments.get(instrument);
                    card.balance = card.balance.minus(part);
                }
            }
        }
    }

    /** Back to the sources: newest bill first; arrears, vendor, cash, cards, vouchers; the last paid first. */
    private void giveBack(BillKey bill, Fraction amount) {
        if (amount.sign() == 0) {
            return;
        }
        Fraction rest = amount;
        List<BillKey> newestFirst = taken.stream()
                .map(any -> any.bill)
                .filter(any -> any.settlement().equals(bill.settlement()))
                .distinct()
                .sorted(Comparator.comparing(BillKey::day).reversed())
                .toList();
        for (BillKey paidBill : newestFirst) {
            for (Source source : List.of(Source.OWED, Source.CLOUD, Source.CASH, Source.PREPAID_CARD, Source.VOUCHER)) {
                for (int i = taken.size() - 1; i >= 0; i--) {
                    Taken any = taken.get(i);
                    if (any.bill.equals(paidBill) && any.source == source) {
                        Fraction part = rest.min(any.left);
                        any.left = any.left.minus(part);
                        rest = rest.minus(part);
                        credit(any, part);
                        if (part.sign() > 0) {
                            payments.add(new Payment(bill, bill.day(), source, part.negated(), false));
                        }
                    }
                }
            }
        }
        if (rest.sign() != 0) {
            throw new IllegalStateException(bill + " gives back " + rest.plain() + " that was never paid");
        }
    }

    /** An expired instrument gets its part back and loses it at once: its dates keep it from paying. */
    private void credit(Taken any, Fraction part) {
        if (any.source == Source.CASH) {
            cash = cash.plus(part);
        } else if (any.source == Source.VOUCHER || any.source == Source.PREPAID_CARD) {
            Instrument instrument = instruments.get(any.instrument);
            instrument.balance = instrument.balance.plus(part);
        }
    }

    Fraction owed() {
        return taken.stream()
                .filter(any -> any.source == Source.OWED)
                .map(any -> any.left)
                .reduce(Fraction.ZERO, Fraction::plus);
    }

    /** Sum of the parts of a source. */
    static Fraction sum(List<Payment> payments, Source source) {
        return payments.stream()
                .filter(payment -> payment.source() == source)
                .map(Payment::amount)
                .reduce(Fraction.ZERO, Fraction::plus);
    }
}
