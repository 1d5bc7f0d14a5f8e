package io.billingcenter.domain.settlement;

import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingDay;
import java.util.List;

/**
 * Pays the increases of the lines of a bill in the order of the rules (billing rules 6.1, reading Q17): vouchers the
 * lines that they may pay, in the order of lines; cards what is left of all lines; then cash, and the rest is owed, or
 * the cloud account.
 */
final class LineDeductions {

    private final WalletBalances purse;
    private final BillKey bill;
    private final BillEntries moves;
    private final List<BillLine> lines;
    private final Money[] open;
    private int firstOpen;
    private int firstOpenForVouchers;

    LineDeductions(WalletBalances purse, BillKey bill, BillEntries moves, List<BillLine> lines) {
        this.purse = purse;
        this.bill = bill;
        this.moves = moves;
        this.lines = lines.stream().filter(line -> line.change().isPositive()).toList();
        this.open = this.lines.stream().map(BillLine::change).toArray(Money[]::new);
    }

    /** Pays everything. */
    void pay(BillingDay day) {
        Money zero = Money.zero(purse.currency());
        Money left = sum(false, zero);
        Money forVouchers = sum(true, zero);
        for (InstrumentBalance held : purse.usable()) {
            Instrument instrument = held.instrument();
            if (!instrument.isVoidOn(day)) {
                boolean voucher = instrument.kind().side() == LedgerAccount.VOUCHER;
                Money part = held.balance().min(voucher ? forVouchers : left);
                if (part.isPositive()) {
                    purse.add(instrument, part.negated());
                    pour(instrument.kind().side(), instrument.id(), part, voucher);
                    left = left.minus(part);
                    forVouchers = voucher ? forVouchers.minus(part) : forVouchers;
                }
            }
        }
        payRest(left);
    }

    private void payRest(Money left) {
        if (bill.settlement() != SettlementMethod.WALLET) {
            pour(LedgerAccount.VENDOR, "", left, false);
            return;
        }
        Money cash = purse.cash().min(left);
        purse.addCash(cash.negated());
        pour(LedgerAccount.CASH, "", cash, false);
        pour(LedgerAccount.ARREARS, "", left.minus(cash), false);
    }

    private Money sum(boolean forVouchers, Money zero) {
        return lines.stream()
                .filter(line -> line.forVouchers() || !forVouchers)
                .map(BillLine::change)
                .reduce(zero, Money::plus);
    }

    /** Spreads an amount over the lines that are not paid yet, in their order. */
    private void pour(LedgerAccount side, String instrument, Money amount, boolean voucher) {
        Money left = amount;
        int i = voucher ? firstOpenForVouchers : firstOpen;
        while (left.isPositive()) {
            BillLine line = lines.get(i);
            Money part = voucher && !line.forVouchers() ? left.minus(left) : left.min(open[i]);
            if (part.isPositive()) {
                moves.pay(line, side, side == LedgerAccount.VENDOR ? line.vendorAccount() : instrument, part);
                open[i] = open[i].minus(part);
                left = left.minus(part);
            }
            if (left.isPositive()) {
                i++;
            }
        }
        if (voucher) {
            firstOpenForVouchers = i;
        } else {
            firstOpen = i;
        }
    }
}
