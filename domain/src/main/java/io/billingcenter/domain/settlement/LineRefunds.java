package io.billingcenter.domain.settlement;

import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.money.Money;
import java.util.Set;
import java.util.TreeSet;

/**
 * Gives lines back what they no longer cost: to what paid that very line, the newest payment first. What was owed for it
 * reduces the debt. Where no payment of the line is left, the account is credited: what it owes is reduced, the oldest bill
 * first, then its cash grows, or the cloud account gets it; never a voucher or a card.
 */
final class LineRefunds {

    private final WalletBalances purse;
    private final PaidLines paidLines;
    private final BillKey bill;
    private final BillEntries moves;
    private final Set<Instrument> instruments = new TreeSet<>();

    LineRefunds(WalletBalances purse, PaidLines paidLines, BillKey bill, BillEntries moves) {
        this.purse = purse;
        this.paidLines = paidLines;
        this.bill = bill;
        this.moves = moves;
    }

    /** The vouchers and cards that got something back. */
    Set<Instrument> instruments() {
        return instruments;
    }

    /** Gives back all that is left of a payment of the line. */
    void takeBack(BillLine line, LineSource source) {
        giveBack(line, source, source.left());
    }

    /** Gives back as much as the line has changed by. */
    void giveBack(BillLine line) {
        Money left = line.change().negated();
        for (LineSource source : paidLines.refundable(line.key(), bill.settlement())) {
            Money part = left.min(source.left());
            if (part.isPositive()) {
                giveBack(line, source, part);
                left = left.minus(part);
            }
        }
        if (left.isPositive()) {
            credit(line, left);
        }
    }

    private void giveBack(BillLine line, LineSource source, Money part) {
        moves.giveBack(line, source, part);
        paidLines.reduce(source, part);
        if (source.side() == LedgerAccount.CASH) {
            purse.addCash(part);
        } else if (source.side() == LedgerAccount.VOUCHER || source.side() == LedgerAccount.PREPAID_CARD) {
            Instrument instrument = purse.named(source.side(), source.instrument());
            purse.add(instrument, part);
            instruments.add(instrument);
        }
    }

    private void credit(BillLine line, Money amount) {
        if (bill.settlement() != SettlementMethod.WALLET) {
            moves.credit(line, LedgerAccount.VENDOR, line.vendorAccount(), amount);
            return;
        }
        Money left = amount;
        for (OwedBill owed : paidLines.owedBills()) {
            for (LineSource source : paidLines.owedLines(owed.bill())) {
                Money part = left.min(source.left());
                if (part.isPositive()) {
                    giveBack(line, source, part);
                    left = left.minus(part);
                }
            }
        }
        if (left.isPositive()) {
            purse.addCash(left);
            moves.credit(line, LedgerAccount.CASH, "", left);
        }
    }
}
