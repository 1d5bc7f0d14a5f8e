package io.billingcenter.domain.settlement;

import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.money.Money;
import java.util.Set;
import java.util.TreeSet;

/**
 * Refunds the decrease of a line to the payments of that very line, the newest payment first; a debt recorded for the
 * line is reduced. If no payment of the line is left, the account is credited: its debts are reduced, the oldest bill
 * first, then its cash grows; on a vendor's bill the cloud account is credited. Vouchers and cards are never credited
 * in this way.
 */
final class LineRefunds {

    private final WalletBalances balances;
    private final PaidLines paidLines;
    private final BillKey bill;
    private final BillEntries entries;
    private final Set<Instrument> instruments = new TreeSet<>();

    LineRefunds(WalletBalances balances, PaidLines paidLines, BillKey bill, BillEntries entries) {
        this.balances = balances;
        this.paidLines = paidLines;
        this.bill = bill;
        this.entries = entries;
    }

    /** Returns the vouchers and cards that received a refund. */
    Set<Instrument> instruments() {
        return instruments;
    }

    /** Refunds the whole remaining amount of a payment of the line. */
    void reverse(BillLine line, LineSource source) {
        refund(line, source, source.left());
    }

    /** Refunds the amount by which the line has decreased. */
    void refund(BillLine line) {
        Money left = line.change().negated();
        for (LineSource source : paidLines.refundable(line.key(), bill.settlement())) {
            Money part = left.min(source.left());
            if (part.isPositive()) {
                refund(line, source, part);
                left = left.minus(part);
            }
        }
        // Without a payment of this line, nothing says where the money came from.
        if (left.isPositive()) {
            credit(line, left);
        }
    }

    private void refund(BillLine line, LineSource source, Money part) {
        entries.refund(line, source, part);
        paidLines.reduce(source, part);
        if (source.ledgerAccount() == LedgerAccount.CASH) {
            balances.addCash(part);
        } else if (source.ledgerAccount() == LedgerAccount.VOUCHER
                || source.ledgerAccount() == LedgerAccount.PREPAID_CARD) {
            Instrument instrument = balances.named(source.ledgerAccount(), source.instrument());
            balances.add(instrument, part);
            // The caller lets the instrument expire again if it is void by now: a refund does not extend its life.
            instruments.add(instrument);
        }
    }

    private void credit(BillLine line, Money amount) {
        if (bill.settlement() != SettlementMethod.WALLET) {
            entries.credit(line, LedgerAccount.VENDOR, line.vendorAccount(), amount);
            return;
        }
        Money left = amount;
        // An account must not receive cash while it still owes for other bills.
        for (OwedBill owed : paidLines.owedBills()) {
            for (LineSource source : paidLines.owedLines(owed.bill())) {
                Money part = left.min(source.left());
                if (part.isPositive()) {
                    refund(line, source, part);
                    left = left.minus(part);
                }
            }
        }
        if (left.isPositive()) {
            balances.addCash(left);
            entries.credit(line, LedgerAccount.CASH, "", left);
        }
    }
}
