package io.billingcenter.domain.settlement;

import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingDay;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Moves the money of one wallet: what comes in and becomes void, what arrears are cleared by, what bills are paid from. */
final class BillSettler {

    private final WalletKey wallet;
    private final Ledger ledger;
    private final WalletBalances purse;
    private final PaidLines paidLines;
    private final LinePayments linePayments = new LinePayments();
    private final List<SharePayment> payments = new ArrayList<>();
    private final List<MarketplaceRecord> marketplace = new ArrayList<>();
    private final Map<BillChange, Begun> begun = new LinkedHashMap<>();

    /** The movements for a bill while it is settled. */
    private record Begun(BillEntries moves, LineRefunds refunds) {}

    BillSettler(WalletKey wallet, Ledger ledger, WalletBalances purse, PaidLines paidLines) {
        this.wallet = wallet;
        this.ledger = ledger;
        this.purse = purse;
        this.paidLines = paidLines;
    }

    List<SharePayment> payments() {
        return payments;
    }

    List<LinePayment> linePayments() {
        return linePayments.all();
    }

    List<MarketplaceRecord> marketplace() {
        return marketplace;
    }

    void grant(Voucher voucher, BillingDay day) {
        Money amount = money(voucher.amount());
        Instrument instrument = Instrument.of(voucher);
        purse.take(instrument, amount);
        move(RequestIds.grant(voucher.id()), LedgerEntryType.GRANT, day, instrument, amount, LedgerAccount.GRANTED);
    }

    Clearing purchase(PrepaidCard card, BillingDay day) {
        Money amount = money(card.amount());
        Instrument instrument = Instrument.of(card);
        purse.take(instrument, amount);
        String id = RequestIds.purchase(card.id());
        move(id, LedgerEntryType.PURCHASE, day, instrument, amount, LedgerAccount.BANK);
        return new Clearing(id, instrument, amount);
    }

    Clearing recharge(Recharge recharge, BillingDay day) {
        Money amount = money(recharge.amount());
        purse.addCash(amount);
        String id = RequestIds.recharge(recharge.id());
        Ledger.Request request = ledger.request(id, LedgerEntryType.RECHARGE, day, null);
        request.leg(LedgerAccount.CASH, "", amount);
        request.leg(LedgerAccount.BANK, "", amount.negated());
        request.close();
        return new Clearing(id, null, amount);
    }

    void expire(Instrument instrument, BillingDay day) {
        InstrumentBalance before = purse.expire(instrument);
        String id = RequestIds.expire(instrument, before.expiries() + 1);
        move(id, LedgerEntryType.EXPIRE, day, instrument, before.balance().negated(), LedgerAccount.EXPIRED);
    }

    /** Pays arrears from what has just come, the oldest bill first. */
    void clear(Clearing clearing, BillingDay day) {
        Money available = clearing.card() == null
                ? clearing.amount().min(purse.cash())
                : clearing.amount().min(purse.balance(clearing.card()));
        LedgerAccount side = clearing.card() == null ? LedgerAccount.CASH : LedgerAccount.PREPAID_CARD;
        String instrument = clearing.card() == null ? "" : clearing.card().id();
        // One request for all bills that are cleared; a bill's legs name it as their source.
        Ledger.Request request = ledger.request(RequestIds.clear(clearing.event()), LedgerEntryType.CLEAR, day, null);
        for (OwedBill owed : paidLines.owedBills()) {
            Money part = available.min(owed.owed());
            if (part.isPositive()) {
                BillingDay billDay = owed.bill().postedDay();
                long order = request.leg(side, instrument, part.negated(), billDay);
                long cleared = request.leg(LedgerAccount.ARREARS, "", part, billDay);
                clearLines(owed.bill(), part, cleared, order, side, instrument);
                if (clearing.card() == null) {
                    purse.addCash(part.negated());
                } else {
                    purse.add(clearing.card(), part.negated());
                }
                available = available.minus(part);
            }
        }
        request.close();
    }

    /** Pays what was owed for the lines of a bill, in the order of the lines. */
    private void clearLines(
            BillKey bill, Money amount, long cleared, long order, LedgerAccount side, String instrument) {
        Money left = amount;
        for (LineSource owed : paidLines.owedLines(bill)) {
            Money part = left.min(owed.left());
            if (part.isPositive()) {
                paidLines.reduce(owed, part);
                linePayments.reduced(owed, cleared, part);
                LineSource paid = new LineSource(bill, owed.line(), order, side, instrument, part);
                paidLines.add(paid);
                linePayments.paid(paid, part.minus(part));
                left = left.minus(part);
            }
        }
        if (!left.isZero()) {
            throw new IllegalStateException("Expected what is owed for bill " + bill
                    + " to be owed for its lines, found " + left + " that is owed for none; run \"billing verify\"");
        }
    }

    /**
     * Begins to settle the bills of a day: what is paid anew is given back, of all of them and before anything that has come
     * takes effect, so that it finds the wallet as it was.
     */
    void begin(List<BillChange> bills) {
        for (BillChange bill : bills) {
            if (!bill.lines().isEmpty()) {
                BillEntries moves = new BillEntries(bill.key(), Money.zero(wallet.currency()));
                LineRefunds refunds = new LineRefunds(purse, paidLines, bill.key(), moves);
                begun.put(bill, new Begun(moves, refunds));
                takeBack(bill, refunds);
            }
        }
    }

    private static void takeBack(BillChange bill, LineRefunds refunds) {
        if (bill.anew().isEmpty()) {
            return;
        }
        Map<LineKey, BillLine> lines =
                bill.lines().stream().collect(Collectors.toMap(BillLine::key, Function.identity()));
        bill.anew().forEach(source -> refunds.takeBack(Objects.requireNonNull(lines.get(source.line())), source));
    }

    /** Settles the bills that were begun, in their order. */
    void settle(BillingDay day) {
        begun.forEach((bill, parts) -> settle(bill, day, parts.moves(), parts.refunds()));
        begun.clear();
    }

    /**
     * Gives back what the lines of a bill no longer cost, then pays their increases, so that money that comes back can
     * pay them; and computes the part of every share.
     */
    private void settle(BillChange bill, BillingDay day, BillEntries moves, LineRefunds refunds) {
        List<BillLine> lines = bill.lines();
        lines.stream().filter(line -> line.change().isNegative()).forEach(refunds::giveBack);
        new LineDeductions(purse, bill.key(), moves, lines).pay(day);
        int settlement = bill.settlements() + (moves.isEmpty() ? 0 : 1);
        moves.shares(lines)
                .forEach((share, parts) -> payments.add(new SharePayment(bill.key(), share, parts, settlement)));
        if (!moves.isEmpty()) {
            marketplace.addAll(moves.marketplace(settlement));
            String id = RequestIds.bill(wallet, bill.key(), settlement);
            moves.book(ledger.request(id, LedgerEntryType.BILL, day, bill.key().postedDay()), paidLines, linePayments);
        }
        refunds.instruments().stream()
                .filter(instrument -> instrument.isVoidOn(day))
                .forEach(instrument -> expire(instrument, day));
    }

    private void move(
            String id,
            LedgerEntryType movement,
            BillingDay day,
            Instrument instrument,
            Money amount,
            LedgerAccount counterpart) {
        Ledger.Request request = ledger.request(id, movement, day, null);
        request.leg(instrument.kind().side(), instrument.id(), amount);
        request.leg(counterpart, "", amount.negated());
        request.close();
    }

    private Money money(BigDecimal amount) {
        return Money.of(wallet.currency(), amount);
    }
}
