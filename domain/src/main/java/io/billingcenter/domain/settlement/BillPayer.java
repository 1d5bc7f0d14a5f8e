package io.billingcenter.domain.settlement;

import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingDay;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Moves the money of one wallet: what comes in and becomes void, what arrears are cleared by, what bills are paid from. */
final class BillPayer {

    private final WalletKey wallet;
    private final Ledger ledger;
    private final Purse purse;
    private final PaidBills paidBills;
    private final List<SharePayment> payments = new ArrayList<>();
    private final List<MarketplaceRecord> marketplace = new ArrayList<>();

    BillPayer(WalletKey wallet, Ledger ledger, Purse purse, PaidBills paidBills) {
        this.wallet = wallet;
        this.ledger = ledger;
        this.purse = purse;
        this.paidBills = paidBills;
    }

    List<SharePayment> payments() {
        return payments;
    }

    List<MarketplaceRecord> marketplace() {
        return marketplace;
    }

    void grant(Voucher voucher, BillingDay day) {
        Money amount = money(voucher.amount());
        Instrument instrument = Instrument.of(voucher);
        purse.take(instrument, amount);
        move(RequestIds.grant(voucher.id()), Movement.GRANT, day, instrument, amount, LedgerSide.GRANTED);
    }

    Clearing purchase(PrepaidCard card, BillingDay day) {
        Money amount = money(card.amount());
        Instrument instrument = Instrument.of(card);
        purse.take(instrument, amount);
        String id = RequestIds.purchase(card.id());
        move(id, Movement.PURCHASE, day, instrument, amount, LedgerSide.BANK);
        return new Clearing(id, instrument, amount);
    }

    Clearing recharge(Recharge recharge, BillingDay day) {
        Money amount = money(recharge.amount());
        purse.addCash(amount);
        String id = RequestIds.recharge(recharge.id());
        Ledger.Request request = ledger.request(id, Movement.RECHARGE, day, null);
        request.leg(LedgerSide.CASH, "", amount);
        request.leg(LedgerSide.BANK, "", amount.negated());
        request.close();
        return new Clearing(id, null, amount);
    }

    void expire(Instrument instrument, BillingDay day) {
        HeldInstrument before = purse.expire(instrument);
        String id = RequestIds.expire(instrument, before.expiries() + 1);
        move(id, Movement.EXPIRE, day, instrument, before.balance().negated(), LedgerSide.EXPIRED);
    }

    /** Pays arrears from what has just come, the oldest bill first. */
    void clear(Clearing clearing, BillingDay day) {
        Money available = clearing.card() == null
                ? clearing.amount().min(purse.cash())
                : clearing.amount().min(purse.balance(clearing.card()));
        LedgerSide side = clearing.card() == null ? LedgerSide.CASH : LedgerSide.PREPAID_CARD;
        String instrument = clearing.card() == null ? "" : clearing.card().id();
        // One request for all bills that are cleared; a bill's legs name it as their source.
        List<BillSource> open = paidBills.arrears();
        Ledger.Request request = ledger.request(RequestIds.clear(clearing.event()), Movement.CLEAR, day, null);
        for (BillSource owed : open) {
            Money part = available.min(owed.left());
            if (part.isPositive()) {
                BillingDay billDay = owed.bill().postedDay();
                long order = request.leg(side, instrument, part.negated(), billDay);
                request.leg(LedgerSide.ARREARS, "", part, billDay);
                paidBills.reduce(owed, part);
                paidBills.paid(owed.bill(), side, instrument, order, part);
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

    /** Pays what has come to a bill, or gives back what has gone from it, and tells every share its part. */
    void settle(BillChange bill, BillingDay day) {
        List<BillShare> shares =
                bill.shares().stream().filter(share -> !share.change().isZero()).toList();
        if (shares.isEmpty()) {
            return;
        }
        Money total = sum(shares);
        List<Moved> moved = new ArrayList<>();
        if (total.isPositive()) {
            moved.addAll(pay(bill.key(), total, sum(eligible(shares)), day));
        } else if (total.isNegative()) {
            moved.addAll(giveBack(bill.key(), total.negated()));
        }
        PaidParts paid = PaidParts.nothing(wallet.currency());
        for (Moved part : moved) {
            paid = paid.plus(PaidBy.of(part.side()), part.paid());
        }
        int settlement = bill.settlements() + (moved.isEmpty() ? 0 : 1);
        Map<BillShare, PaidParts> parts = ShareParts.of(bill.key(), shares, paid);
        parts.forEach((share, part) -> payments.add(new SharePayment(bill.key(), share.key(), part, settlement)));
        Map<String, Money> vendors = recordMarketplace(bill.key(), parts, settlement);
        if (!moved.isEmpty()) {
            book(bill.key(), settlement, day, moved, vendors, total);
        }
        moved.stream()
                .filter(part -> part.instrument() != null && part.source() != null)
                .map(Moved::requireInstrument)
                .distinct()
                .filter(instrument -> instrument.isVoidOn(day))
                .forEach(instrument -> expire(instrument, day));
    }

    private List<Moved> pay(BillKey bill, Money total, Money eligible, BillingDay day) {
        List<Moved> moved = new ArrayList<>();
        Money zero = Money.zero(wallet.currency());
        Money forVouchers = eligible.isPositive() ? eligible.min(total) : zero;
        Money left = total;
        for (HeldInstrument held : purse.usable()) {
            if (held.instrument().isVoidOn(day)) {
                continue;
            }
            boolean voucher = held.instrument().kind().side() == LedgerSide.VOUCHER;
            Money part = held.balance().min(voucher ? forVouchers : left);
            if (part.isPositive()) {
                purse.add(held.instrument(), part.negated());
                moved.add(Moved.by(held.instrument(), part));
                left = left.minus(part);
                forVouchers = voucher ? forVouchers.minus(part) : forVouchers;
            }
        }
        if (bill.settlement() != SettlementMethod.WALLET) {
            moved.add(Moved.by(LedgerSide.VENDOR, left));
        } else {
            Money cash = purse.cash().min(left);
            purse.addCash(cash.negated());
            moved.add(Moved.by(LedgerSide.CASH, cash));
            moved.add(Moved.by(LedgerSide.ARREARS, left.minus(cash)));
        }
        return moved.stream().filter(part -> !part.paid().isZero()).toList();
    }

    private List<Moved> giveBack(BillKey bill, Money amount) {
        List<Moved> moved = new ArrayList<>();
        Money left = amount;
        for (BillSource source : paidBills.refundable(bill.settlement())) {
            Money part = left.min(source.left());
            if (part.isPositive()) {
                moved.add(giveBack(source, part));
                left = left.minus(part);
            }
        }
        if (left.isPositive()) {
            boolean wallet = bill.settlement() == SettlementMethod.WALLET;
            if (wallet) {
                purse.addCash(left);
            }
            moved.add(Moved.by(wallet ? LedgerSide.CASH : LedgerSide.VENDOR, left.negated()));
        }
        return moved;
    }

    private Moved giveBack(BillSource source, Money part) {
        paidBills.reduce(source, part);
        if (source.side() == LedgerSide.CASH) {
            purse.addCash(part);
        }
        boolean held = source.side() == LedgerSide.VOUCHER || source.side() == LedgerSide.PREPAID_CARD;
        Instrument instrument = held ? purse.named(source.side(), source.instrument()) : null;
        if (instrument != null) {
            purse.add(instrument, part);
        }
        return new Moved(
                source.side(), instrument, part.negated(), source.bill().postedDay());
    }

    /** Writes the movement down; a vendor's leg for each cloud account. */
    private void book(
            BillKey bill, int settlement, BillingDay day, List<Moved> moved, Map<String, Money> vendors, Money total) {
        Ledger.Request request =
                ledger.request(RequestIds.bill(wallet, bill, settlement), Movement.BILL, day, bill.postedDay());
        for (Moved part : moved) {
            if (part.side() == LedgerSide.VENDOR) {
                payAgain(bill, part, ledger.lastNumber() + 1);
            } else {
                String id = part.instrument() == null ? "" : part.instrument().id();
                long order = request.leg(part.side(), id, part.paid().negated(), part.source());
                payAgain(bill, part, order);
            }
        }
        // Several bills of a vendor may give back at once; the newest of them stands for all.
        BillingDay source = moved.stream()
                .filter(part -> part.side() == LedgerSide.VENDOR)
                .findFirst()
                .map(Moved::source)
                .orElse(null);
        vendors.forEach((account, amount) -> request.leg(LedgerSide.VENDOR, account, amount.negated(), source));
        request.leg(LedgerSide.BILLED, "", total);
        request.close();
    }

    /** What a bill is paid from may be given back later. */
    private void payAgain(BillKey bill, Moved part, long order) {
        if (part.paid().isPositive()) {
            String id = part.instrument() == null ? "" : part.instrument().id();
            paidBills.paid(bill, part.side(), id, order, part.paid());
        }
    }

    private Map<String, Money> recordMarketplace(BillKey bill, Map<BillShare, PaidParts> parts, int settlement) {
        record Place(ShareKey workspace, String vendorAccount) {}
        Map<Place, Money> amounts = new LinkedHashMap<>();
        Map<String, Money> vendors = new TreeMap<>();
        parts.forEach((share, part) -> {
            if (!part.cloud().isZero()) {
                ShareKey workspace = new ShareKey(share.key().workspace(), true);
                amounts.merge(new Place(workspace, share.vendorAccount()), part.cloud(), Money::plus);
                vendors.merge(share.vendorAccount(), part.cloud(), Money::plus);
            }
        });
        amounts.forEach((place, amount) -> {
            if (!amount.isZero()) {
                marketplace.add(new MarketplaceRecord(
                        bill, place.workspace().workspace(), place.vendorAccount(), amount, settlement));
            }
        });
        return vendors;
    }

    private void move(
            String id, Movement movement, BillingDay day, Instrument instrument, Money amount, LedgerSide counterpart) {
        Ledger.Request request = ledger.request(id, movement, day, null);
        request.leg(instrument.kind().side(), instrument.id(), amount);
        request.leg(counterpart, "", amount.negated());
        request.close();
    }

    private Money money(BigDecimal amount) {
        return Money.of(wallet.currency(), amount);
    }

    private Money sum(List<BillShare> shares) {
        return shares.stream().map(BillShare::change).reduce(Money.zero(wallet.currency()), Money::plus);
    }

    private static List<BillShare> eligible(List<BillShare> shares) {
        return shares.stream().filter(share -> share.key().eligible()).toList();
    }
}
