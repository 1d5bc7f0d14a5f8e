package io.billingcenter.domain.settlement;

import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingDay;
import java.util.List;

/**
 * Pays the increases of the lines of a bill in the deduction order (billing rules 6.1, reading Q17). Vouchers pay the
 * lines they are eligible for, in the order of the lines; cards then pay the remaining amounts of all lines; then cash
 * pays, and the rest is owed. If a vendor settles the bill, the cloud account pays in place of cash.
 */
final class LineDeductions {

    private final WalletBalances balances;
    private final BillKey bill;
    private final BillEntries entries;
    private final List<BillLine> lines;
    private final Money[] open;
    private int firstOpen;
    private int firstOpenForVouchers;

    LineDeductions(WalletBalances balances, BillKey bill, BillEntries entries, List<BillLine> lines) {
        this.balances = balances;
        this.bill = bill;
        this.entries = entries;
        this.lines = lines.stream().filter(line -> line.change().isPositive()).toList();
        this.open = this.lines.stream().map(BillLine::change).toArray(Money[]::new);
    }

    /** Pays all increases. */
    void pay(BillingDay day) {
        Money zero = Money.zero(balances.currency());
        Money left = sum(false, zero);
        Money forVouchers = sum(true, zero);
        for (InstrumentBalance held : balances.usable()) {
            Instrument instrument = held.instrument();
            if (!instrument.isVoidOn(day)) {
                boolean voucher = instrument.kind().ledgerAccount() == LedgerAccount.VOUCHER;
                // A voucher is limited by the open eligible amount, a card by the whole open amount.
                Money part = held.balance().min(voucher ? forVouchers : left);
                if (part.isPositive()) {
                    balances.add(instrument, part.negated());
                    distribute(instrument.kind().ledgerAccount(), instrument.id(), part, voucher);
                    left = left.minus(part);
                    forVouchers = voucher ? forVouchers.minus(part) : forVouchers;
                }
            }
        }
        payRest(left);
    }

    private void payRest(Money left) {
        // A vendor charges the rest to the cloud account, so nothing can be owed.
        if (bill.settlement() != SettlementMethod.WALLET) {
            distribute(LedgerAccount.VENDOR, "", left, false);
            return;
        }
        Money cash = balances.cash().min(left);
        balances.addCash(cash.negated());
        distribute(LedgerAccount.CASH, "", cash, false);
        distribute(LedgerAccount.ARREARS, "", left.minus(cash), false);
    }

    private Money sum(boolean forVouchers, Money zero) {
        return lines.stream()
                .filter(line -> line.forVouchers() || !forVouchers)
                .map(BillLine::change)
                .reduce(zero, Money::plus);
    }

    /** Allocates an amount to the lines that are not fully paid yet, in their order. */
    private void distribute(LedgerAccount ledgerAccount, String instrument, Money amount, boolean voucher) {
        Money left = amount;
        // Lines are paid in order, so a position that has been passed never has to be visited again. Vouchers skip
        // ineligible lines and therefore need a position of their own.
        int i = voucher ? firstOpenForVouchers : firstOpen;
        while (left.isPositive()) {
            BillLine line = lines.get(i);
            Money part = voucher && !line.forVouchers() ? left.minus(left) : left.min(open[i]);
            if (part.isPositive()) {
                entries.pay(
                        line,
                        ledgerAccount,
                        ledgerAccount == LedgerAccount.VENDOR ? line.vendorAccount() : instrument,
                        part);
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
