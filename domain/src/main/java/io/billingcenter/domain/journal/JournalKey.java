package io.billingcenter.domain.journal;

import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.usage.Meter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The key of a line of the journal, by which the chart of accounts names an account of the general ledger.
 *
 * @param value the written form, like {@code revenue.log}
 */
public record JournalKey(String value) implements Comparable<JournalKey> {

    /** Vouchers that were used: a reduction of revenue. */
    public static final JournalKey VOUCHER = new JournalKey("voucher");
    /** The remaining amounts of prepaid cards: a liability. */
    public static final JournalKey CARD = new JournalKey("card");
    /** Money paid in and not spent yet: a liability. */
    public static final JournalKey CASH = new JournalKey("cash");
    /** Money received. */
    public static final JournalKey BANK = new JournalKey("bank");
    /** The remaining amounts of cards that have expired. */
    public static final JournalKey OTHER_INCOME = new JournalKey("other_income");
    /** The tax on invoices; no rule gives a rate, so no entry has it yet. */
    public static final JournalKey VAT = new JournalKey("vat");
    /** Differences of rounding; no entry has them, since lines of invoices are rounded once. */
    public static final JournalKey ROUNDING = new JournalKey("rounding");
    /** The open amounts of wallets. */
    public static final JournalKey RECEIVABLE_WALLET = receivable(SettlementMethod.WALLET);

    private static final String RECEIVABLE = "receivable.";
    private static final String REVENUE = "revenue.";

    /** Returns the key of what is to be received by a settlement method. */
    public static JournalKey receivable(SettlementMethod method) {
        return new JournalKey(RECEIVABLE + method.code());
    }

    /** Returns the key of the revenue of a meter; null is for fees that belong to no meter. */
    public static JournalKey revenue(@Nullable Meter meter) {
        return new JournalKey(REVENUE + (meter == null ? "package" : meter.code()));
    }

    /** Returns every key that an entry can have, in the order of the documentation. */
    public static List<JournalKey> all() {
        return Stream.of(
                        Arrays.stream(SettlementMethod.values()).map(JournalKey::receivable),
                        Arrays.stream(Meter.values()).map(JournalKey::revenue),
                        Stream.of(revenue(null), VOUCHER, CARD, CASH, BANK, OTHER_INCOME, VAT, ROUNDING))
                .flatMap(keys -> keys)
                .toList();
    }

    /** Returns whether the key is of revenue. */
    public boolean isRevenue() {
        return value.startsWith(REVENUE);
    }

    /** Returns whether the amounts are owed by, or to, the billing account of the document. */
    public boolean isOfAccount() {
        return value.startsWith(RECEIVABLE) || equals(CARD) || equals(CASH);
    }

    @Override
    public int compareTo(JournalKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
