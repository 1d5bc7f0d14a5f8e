package io.billingcenter.domain.journal;

import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.billing.PostingKind;
import io.billingcenter.domain.invoicing.InvoiceLine;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.settlement.LedgerAccount;
import io.billingcenter.domain.settlement.PaymentParts;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes journal entries of invoices, credit notes and movements of the ledger. */
public final class JournalEntries {

    private static final Map<LedgerAccount, JournalKey> KEYS = keys();

    private JournalEntries() {}

    /**
     * Returns the entry of an invoice or credit note: revenue against what is to be received, and what has been received of it
     * from vouchers, cards and cash. Amounts of one key are one line, except for revenue, which has a line for each line of the
     * document.
     */
    public static JournalEntry of(BilledDocument billed) {
        List<JournalLine> lines = new ArrayList<>();
        Sums sums = new Sums();
        new TreeMap<>(billed.billed()).forEach((method, amount) -> sums.add(JournalKey.receivable(method), amount));
        new TreeMap<>(billed.paid()).forEach((method, parts) -> pay(sums, method, parts));
        sums.addTo(lines, billed.document());
        for (InvoiceLine line : billed.lines()) {
            if (!line.amount().isZero()) {
                MeterTier tier = line.tier();
                Meter meter = tier == null ? null : tier.meter();
                lines.add(new JournalLine(
                        JournalKey.revenue(meter), line.amount().negated(), line.workspace(), meter, text(line)));
            }
        }
        return new JournalEntry(billed.document(), lines);
    }

    private static void pay(Sums sums, SettlementMethod method, PaymentParts parts) {
        JournalKey receivable = JournalKey.receivable(method);
        sums.move(receivable, JournalKey.VOUCHER, parts.voucher());
        sums.move(receivable, JournalKey.CARD, parts.prepaidCard());
        sums.move(receivable, JournalKey.CASH, parts.cash());
        // What a cloud account does not pay is a debt of the wallet.
        sums.move(receivable, JournalKey.RECEIVABLE_WALLET, parts.owed());
        if (!method.isVendor() && !parts.cloud().isZero()) {
            throw new UnbalancedJournalException(
                    "Expected no cloud account to pay a bill of the wallet, found " + parts.cloud());
        }
    }

    /**
     * Returns the entry of a movement. Grants and expired vouchers have an empty one, because a voucher counts only when it is
     * used.
     */
    public static JournalEntry of(Movement movement) {
        Sums sums = new Sums();
        boolean ofVoucher = movement.credits().containsKey(LedgerAccount.VOUCHER);
        if (!ofVoucher) {
            new TreeMap<>(movement.credits()).forEach((account, amount) -> sums.add(key(account), amount.negated()));
        }
        List<JournalLine> lines = new ArrayList<>();
        sums.addTo(lines, movement.document());
        return new JournalEntry(movement.document(), lines);
    }

    /** Returns the key of an account of the ledger in entries that are not about vouchers. */
    private static JournalKey key(LedgerAccount account) {
        JournalKey key = KEYS.get(account);
        if (key == null) {
            throw new UnbalancedJournalException(
                    "Expected a movement between cards, cash, arrears, bank and expired amounts, found one of "
                            + account.code());
        }
        return key;
    }

    private static Map<LedgerAccount, JournalKey> keys() {
        Map<LedgerAccount, JournalKey> keys = new EnumMap<>(LedgerAccount.class);
        keys.put(LedgerAccount.PREPAID_CARD, JournalKey.CARD);
        keys.put(LedgerAccount.CASH, JournalKey.CASH);
        keys.put(LedgerAccount.ARREARS, JournalKey.RECEIVABLE_WALLET);
        keys.put(LedgerAccount.BANK, JournalKey.BANK);
        keys.put(LedgerAccount.EXPIRED, JournalKey.OTHER_INCOME);
        return keys;
    }

    private static String text(InvoiceLine line) {
        MeterTier tier = line.tier();
        StringBuilder text = new StringBuilder(
                tier == null ? line.kind().code() : tier.meter().code());
        if (tier != null && tier.retentionDays() != Meter.FLAT) {
            text.append(' ').append(tier.retentionDays()).append(" days");
        }
        if (tier != null && line.kind() != PostingKind.USAGE) {
            text.append(' ').append(line.kind().code());
        }
        @Nullable WorkspaceId workspace = line.workspace();
        return workspace == null
                ? text.toString()
                : text.append(", ").append(workspace.value()).toString();
    }

    /** Amounts by key, in the order of the keys. */
    private static final class Sums {

        private final Map<JournalKey, Money> amounts = new TreeMap<>();

        void add(JournalKey key, Money debit) {
            amounts.merge(key, debit, Money::plus);
        }

        void move(JournalKey from, JournalKey to, Money amount) {
            add(to, amount);
            add(from, amount.negated());
        }

        void addTo(List<JournalLine> lines, JournalDocument document) {
            amounts.forEach((key, amount) -> {
                if (!amount.isZero()) {
                    lines.add(JournalLine.of(key, amount, document.kind().text()));
                }
            });
        }
    }
}
