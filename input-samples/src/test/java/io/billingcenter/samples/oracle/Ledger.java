package io.billingcenter.samples.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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

    private static final Comparator<BillKey> IN_ORDER_OF_PAYMENT =
            Comparator.comparing(BillKey::day).thenComparing(bill -> METHODS.indexOf(bill.settlement()));

    /** The columns of settlement and invoice. */
    enum Source {
        VOUCHER,
        PREPAID_CARD,
        CASH,
        CLOUD,
        OWED
    }

    /** A part of a bill; a refund is a part of its own, below zero. Clearing moves from owed to what cleared it. */
    record Payment(BillKey bill, Line line, LocalDate day, Source source, Fraction amount, boolean clearing) {}

    /**
     * A day that was settled.
     *
     * @param opening what was owed after everything that came in, before the bills
     * @param unlock whether the account manager unlocks on it
     * @param closing what was owed after the bills
     * @param bills whether a bill moved money
     * @param before what was there before the bills
     * @param after what was there after them
     */
    record Moment(
            LocalDate day,
            Fraction opening,
            boolean unlock,
            Fraction closing,
            boolean bills,
            List<Fund> before,
            List<Fund> after) {}

    /** Something in the wallet, and on which days it is good. */
    record Fund(LocalDate from, LocalDate expires, Fraction amount) {

        boolean isThere(LocalDate day) {
            return amount.sign() > 0 && Reference.isIn(day, from, expires);
        }
    }

    /** A line of bills: what of a meter and tier a workspace is charged for a day, or what is owed by an agreement. */
    record Line(LocalDate day, Posting.Key key) {}

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

    /** A payment of a line of a bill, with the part that can still be given back. */
    private static final class Taken {
        final BillKey bill;
        final Line line;
        final Source source;
        final String instrument;
        Fraction left;

        Taken(BillKey bill, Line line, Source source, String instrument, Fraction left) {
            this.bill = bill;
            this.line = line;
            this.source = source;
            this.instrument = instrument;
            this.left = left;
        }
    }

    private final String account;
    private final Map<String, Instrument> instruments = new TreeMap<>();
    private final Set<String> seen = new HashSet<>();
    private final List<Taken> taken = new ArrayList<>();
    private final Map<BillKey, Map<Line, Fraction>> settled = new HashMap<>();
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
        bills(postings, last).forEach((bill, lines) -> {
            on(days, bill.day(), () -> {});
            on(payments, bill.day(), () -> pay(bill, lines, effective(bill.day()), reference));
        });
        days.forEach((day, events) -> {
            events.forEach(Runnable::run);
            Fraction opening = owed();
            List<Fund> before = funds();
            int paid = this.payments.size();
            payments.getOrDefault(day, List.of()).forEach(Runnable::run);
            boolean bills = this.payments.size() > paid;
            moments.add(new Moment(day, opening, unlocks.contains(day), owed(), bills, before, funds()));
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

    private List<Fund> funds() {
        List<Fund> funds = new ArrayList<>();
        funds.add(new Fund(LocalDate.MIN, Reference.OPEN, cash));
        instruments.values().forEach(any -> funds.add(new Fund(any.from, any.expires, any.balance)));
        return funds;
    }

    /**
     * Returns whether the wallet has funds when a day begins: after what came in and became void, before its bills.
     */
    boolean hasFunds(LocalDate day) {
        List<Fund> there = List.of();
        for (Moment moment : moments) {
            boolean before = moment.day().isBefore(day);
            boolean billed = moment.day().equals(day) && moment.bills();
            if (before || moment.day().equals(day)) {
                there = billed ? moment.before() : moment.after();
            }
            if (billed) {
                break;
            }
        }
        return there.stream().anyMatch(fund -> fund.isThere(day));
    }

    /** The changes of the lines of bills since they were settled, in order of payment. */
    private Map<BillKey, List<LineChange>> bills(List<Posting> postings, LocalDate last) {
        Map<BillKey, Map<Line, List<Posting>>> bills = new TreeMap<>(IN_ORDER_OF_PAYMENT);
        for (Posting posting : postings) {
            if (posting.key().account().equals(account) && !posting.posted().isAfter(last)) {
                bills.computeIfAbsent(
                                new BillKey(posting.posted(), posting.key().settlement()), any -> new HashMap<>())
                        .computeIfAbsent(new Line(posting.day(), posting.key()), any -> new ArrayList<>())
                        .add(posting);
            }
        }
        Map<BillKey, List<LineChange>> changes = new TreeMap<>(IN_ORDER_OF_PAYMENT);
        bills.forEach((bill, lines) -> {
            Map<Line, Fraction> before = settled.computeIfAbsent(bill, any -> new HashMap<>());
            List<LineChange> changed = new ArrayList<>();
            lines.forEach((line, all) -> {
                Fraction now = all.stream().map(Posting::amount).reduce(Fraction.ZERO, Fraction::plus);
                changed.add(new LineChange(line, all.get(0), now.minus(before.getOrDefault(line, Fraction.ZERO))));
            });
            changed.sort(LineChange.ORDER);
            changes.put(bill, changed);
        });
        return changes;
    }

    /** A line whose amount has changed; {@code sample} is one of its postings. */
    private record LineChange(Line line, Posting sample, Fraction change) {

        /** Lines that vouchers may pay by their class first, then as the lines of a bill are sorted. */
        static final Comparator<LineChange> ORDER = Comparator.comparing(
                        (LineChange any) -> !any.sample().isOfTheClassOfVouchers())
                .thenComparing(any -> any.line().key().workspace())
                .thenComparing(any -> any.line().day())
                .thenComparing(any -> any.line().key().tier())
                .thenComparing(any -> any.line().key().scope());
    }

    /** Lines that cost less than before give back first; then the others are paid. */
    private void pay(BillKey bill, List<LineChange> lines, LocalDate day, Reference reference) {
        for (LineChange any : lines) {
            settled.get(bill).merge(any.line(), any.change(), Fraction::plus);
            if (any.change().sign() < 0) {
                giveBack(bill, any.line(), any.change().negated());
            }
        }
        Map<Line, Fraction> open = new LinkedHashMap<>();
        Set<Line> forVouchers = new HashSet<>();
        for (LineChange any : lines) {
            if (any.change().sign() > 0) {
                open.put(any.line(), any.change());
                if (any.sample().mayBePaidByVoucher(reference)) {
                    forVouchers.add(any.line());
                }
            }
        }
        take(bill, Source.VOUCHER, day, open, forVouchers);
        take(bill, Source.PREPAID_CARD, day, open, open.keySet());
        open.forEach((line, rest) -> {
            if (bill.settlement().equals("wallet")) {
                Fraction byCash = rest.min(cash);
                cash = cash.minus(byCash);
                paid(bill, line, Source.CASH, "", byCash);
                paid(bill, line, Source.OWED, "", rest.minus(byCash));
            } else {
                paid(bill, line, Source.CLOUD, "", rest);
            }
        });
    }

    /** Pays from vouchers or cards that are valid on the day: earliest expiry, then start, then id (reading Q16, Q18). */
    private void take(BillKey bill, Source source, LocalDate day, Map<Line, Fraction> open, Set<Line> allowed) {
        List<Instrument> valid = instruments.values().stream()
                .filter(any -> any.source == source && Reference.isIn(day, any.from, any.expires))
                .sorted(Comparator.comparing((Instrument any) -> any.fullReduction)
                        .thenComparing(any -> any.expires)
                        .thenComparing(any -> any.from)
                        .thenComparing(any -> any.id))
                .toList();
        for (Instrument any : valid) {
            open.replaceAll((line, rest) -> {
                Fraction part = allowed.contains(line) ? rest.min(any.balance) : Fraction.ZERO;
                any.balance = any.balance.minus(part);
                paid(bill, line, source, any.id, part);
                return rest.minus(part);
            });
        }
    }

    private void paid(BillKey bill, Line line, Source source, String instrument, Fraction amount) {
        if (amount.sign() > 0) {
            taken.add(new Taken(bill, line, source, instrument, amount));
            payments.add(new Payment(bill, line, bill.day(), source, amount, false));
        }
    }

    /** Arrears are cleared by new money, oldest bill first. */
    private void clear(LocalDate day, Source source, String instrument, Fraction most) {
        Fraction rest = most;
        for (Taken open : owedOldestFirst()) {
            Fraction part = rest.min(open.left);
            if (part.sign() > 0) {
                open.left = open.left.minus(part);
                rest = rest.minus(part);
                taken.add(new Taken(open.bill, open.line, source, instrument, part));
                payments.add(new Payment(open.bill, open.line, day, Source.OWED, part.negated(), true));
                payments.add(new Payment(open.bill, open.line, day, source, part, true));
                if (source == Source.CASH) {
                    cash = cash.minus(part);
                } else {
                    Instrument card = instruments.get(instrument);
                    card.balance = card.balance.minus(part);
                }
            }
        }
    }

    /** By bill; the lines of a bill are in their order already. */
    private List<Taken> owedOldestFirst() {
        return taken.stream()
                .filter(any -> any.source == Source.OWED)
                .sorted(Comparator.comparing((Taken any) -> any.bill.day()))
                .toList();
    }

    /** Back to what paid that very line, the newest payment first; what no payment is known of: debt, then cash. */
    private void giveBack(BillKey bill, Line line, Fraction amount) {
        if (amount.sign() == 0) {
            return;
        }
        Fraction rest = amount;
        for (int i = taken.size() - 1; i >= 0; i--) {
            Taken any = taken.get(i);
            if (rest.sign() > 0 && any.left.sign() > 0 && any.line.equals(line)) {
                Fraction part = rest.min(any.left);
                rest = rest.minus(part);
                giveBack(bill, line, any, part);
            }
        }
        if (bill.settlement().equals("wallet")) {
            for (Taken any : owedOldestFirst()) {
                Fraction part = rest.min(any.left);
                rest = rest.minus(part);
                giveBack(bill, line, any, part);
            }
            cash = cash.plus(rest);
        }
        Source unknown = bill.settlement().equals("wallet") ? Source.CASH : Source.CLOUD;
        payments.add(new Payment(bill, line, bill.day(), unknown, rest.negated(), false));
    }

    private void giveBack(BillKey bill, Line line, Taken any, Fraction part) {
        any.left = any.left.minus(part);
        credit(any, part);
        payments.add(new Payment(bill, line, bill.day(), any.source, part.negated(), false));
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
