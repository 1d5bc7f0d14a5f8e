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

/** Moves the money of one wallet: incoming money, expiry, clearing of arrears and the payment of bills. */
final class BillSettler {

    private final WalletKey wallet;
    private final Ledger ledger;
    private final WalletBalances balances;
    private final PaidLines paidLines;
    private final LinePayments linePayments = new LinePayments();
    private final List<SharePayment> payments = new ArrayList<>();
    private final List<MarketplaceRecord> marketplace = new ArrayList<>();
    private final Map<BillChange, StartedBill> begun = new LinkedHashMap<>();

    /** The entries and refunds of a bill that is being settled. */
    private record StartedBill(BillEntries entries, LineRefunds refunds) {}

    BillSettler(WalletKey wallet, Ledger ledger, WalletBalances balances, PaidLines paidLines) {
        this.wallet = wallet;
        this.ledger = ledger;
        this.balances = balances;
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
        balances.take(instrument, amount);
        record(RequestIds.grant(voucher.id()), LedgerEntryType.GRANT, day, instrument, amount, LedgerAccount.GRANTED);
    }

    Clearing purchase(PrepaidCard card, BillingDay day) {
        Money amount = money(card.amount());
        Instrument instrument = Instrument.of(card);
        balances.take(instrument, amount);
        String id = RequestIds.purchase(card.id());
        record(id, LedgerEntryType.PURCHASE, day, instrument, amount, LedgerAccount.BANK);
        return new Clearing(id, instrument, amount);
    }

    Clearing recharge(Recharge recharge, BillingDay day) {
        Money amount = money(recharge.amount());
        balances.addCash(amount);
        String id = RequestIds.recharge(recharge.id());
        Ledger.Request request = ledger.request(id, LedgerEntryType.RECHARGE, day, null);
        request.leg(LedgerAccount.CASH, "", amount);
        request.leg(LedgerAccount.BANK, "", amount.negated());
        request.close();
        return new Clearing(id, null, amount);
    }

    void expire(Instrument instrument, BillingDay day) {
        InstrumentBalance before = balances.expire(instrument);
        String id = RequestIds.expire(instrument, before.expiries() + 1);
        record(id, LedgerEntryType.EXPIRE, day, instrument, before.balance().negated(), LedgerAccount.EXPIRED);
    }

    /** Pays arrears from money that has just come in, starting with the oldest bill. */
    void clear(Clearing clearing, BillingDay day) {
        // Other events of the day may have spent part of the money already.
        Money available = clearing.card() == null
                ? clearing.amount().min(balances.cash())
                : clearing.amount().min(balances.balance(clearing.card()));
        LedgerAccount ledgerAccount = clearing.card() == null ? LedgerAccount.CASH : LedgerAccount.PREPAID_CARD;
        String instrument = clearing.card() == null ? "" : clearing.card().id();
        // All bills cleared by one event share a request; each leg names its bill as the source.
        Ledger.Request request = ledger.request(RequestIds.clear(clearing.event()), LedgerEntryType.CLEAR, day, null);
        for (OwedBill owed : paidLines.owedBills()) {
            Money part = available.min(owed.owed());
            if (part.isPositive()) {
                BillingDay billDay = owed.bill().postedDay();
                long order = request.leg(ledgerAccount, instrument, part.negated(), billDay);
                long cleared = request.leg(LedgerAccount.ARREARS, "", part, billDay);
                clearLines(owed.bill(), part, cleared, order, ledgerAccount, instrument);
                if (clearing.card() == null) {
                    balances.addCash(part.negated());
                } else {
                    balances.add(clearing.card(), part.negated());
                }
                available = available.minus(part);
            }
        }
        request.close();
    }

    /** Pays the debts recorded for the lines of a bill, in the order of the lines. */
    private void clearLines(
            BillKey bill, Money amount, long cleared, long order, LedgerAccount ledgerAccount, String instrument) {
        Money left = amount;
        for (LineSource owed : paidLines.owedLines(bill)) {
            Money part = left.min(owed.left());
            if (part.isPositive()) {
                paidLines.reduce(owed, part);
                linePayments.reduced(owed, cleared, part);
                LineSource paid = new LineSource(bill, owed.line(), order, ledgerAccount, instrument, part);
                paidLines.add(paid);
                // Arrears were part of the payment of the bill from the start, so clearing changes the source but not
                // the amount paid.
                linePayments.paid(paid, part.minus(part));
                left = left.minus(part);
            }
        }
        if (!left.isZero()) {
            throw new IllegalStateException("Expected the debt of bill " + bill + " to belong to its lines, found "
                    + left + " that belongs to none; run \"billing verify\"");
        }
    }

    /**
     * Starts the settlement of the bills of a day. All reversals of all bills are made here, before any new money takes
     * effect, so that the settlement starts from the wallet as it was before the unfinished attempt.
     */
    void begin(List<BillChange> bills) {
        for (BillChange bill : bills) {
            if (!bill.lines().isEmpty()) {
                BillEntries entries = new BillEntries(bill.key(), Money.zero(wallet.currency()));
                LineRefunds refunds = new LineRefunds(balances, paidLines, bill.key(), entries);
                begun.put(bill, new StartedBill(entries, refunds));
                reverse(bill, refunds);
            }
        }
    }

    private static void reverse(BillChange bill, LineRefunds refunds) {
        if (bill.reversals().isEmpty()) {
            return;
        }
        Map<LineKey, BillLine> lines =
                bill.lines().stream().collect(Collectors.toMap(BillLine::key, Function.identity()));
        bill.reversals().forEach(source -> refunds.reverse(Objects.requireNonNull(lines.get(source.line())), source));
    }

    /** Settles the started bills in their order. */
    void settle(BillingDay day) {
        begun.forEach((bill, parts) -> settle(bill, day, parts.entries(), parts.refunds()));
        begun.clear();
    }

    /**
     * Refunds the decreases of a bill's lines before paying its increases, so that refunded money can pay them, and
     * then records the payment of every share.
     */
    private void settle(BillChange bill, BillingDay day, BillEntries entries, LineRefunds refunds) {
        List<BillLine> lines = bill.lines();
        lines.stream().filter(line -> line.change().isNegative()).forEach(refunds::refund);
        new LineDeductions(balances, bill.key(), entries, lines).pay(day);
        // A bill whose lines cancel each other out moves no money and uses up no settlement number.
        int settlement = bill.settlements() + (entries.isEmpty() ? 0 : 1);
        entries.shares(lines)
                .forEach((share, parts) -> payments.add(new SharePayment(bill.key(), share, parts, settlement)));
        if (!entries.isEmpty()) {
            marketplace.addAll(entries.marketplace(settlement));
            String id = RequestIds.bill(wallet, bill.key(), settlement);
            entries.book(
                    ledger.request(id, LedgerEntryType.BILL, day, bill.key().postedDay()), paidLines, linePayments);
        }
        // Refunds to an instrument that has expired in the meantime become void at once.
        refunds.instruments().stream()
                .filter(instrument -> instrument.isVoidOn(day))
                .forEach(instrument -> expire(instrument, day));
    }

    private void record(
            String id,
            LedgerEntryType type,
            BillingDay day,
            Instrument instrument,
            Money amount,
            LedgerAccount counterpart) {
        Ledger.Request request = ledger.request(id, type, day, null);
        request.leg(instrument.kind().ledgerAccount(), instrument.id(), amount);
        request.leg(counterpart, "", amount.negated());
        request.close();
    }

    private Money money(BigDecimal amount) {
        return Money.of(wallet.currency(), amount);
    }
}
