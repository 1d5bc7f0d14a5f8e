package io.billingcenter.domain.document;

import io.billingcenter.domain.document.DocumentHead.DocumentAccount;
import io.billingcenter.domain.invoicing.Buyer;
import io.billingcenter.domain.invoicing.DocumentKind;
import io.billingcenter.domain.invoicing.Seller;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.settlement.LedgerEntryType;
import io.billingcenter.domain.settlement.PaymentParts;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The statement of an account for a month: its daily bills, what paid them, and the movements of its wallets.
 *
 * @param issued date of the statement; null in a draft
 * @param wallets one for each currency, at least one
 */
public record StatementDocument(
        DocumentAccount account,
        BillingMonth month,
        DocumentState state,
        @Nullable BillingDay issued,
        Seller seller,
        Buyer buyer,
        List<WalletStatement> wallets) {

    /** Copies the wallets. */
    public StatementDocument {
        wallets = List.copyOf(wallets);
        if (wallets.isEmpty()) {
            throw new IllegalArgumentException(
                    "Expected a wallet on the statement of account " + account.id() + ", found none");
        }
    }

    /**
     * The month of a wallet.
     *
     * @param opening balance before the first day
     * @param invoices documents of the month
     * @param bills daily bills, by day
     * @param movements movements of the wallet, by day and kind
     */
    public record WalletStatement(
            Currency currency,
            WalletBalance opening,
            List<StatementInvoice> invoices,
            List<DailyBill> bills,
            List<WalletMovement> movements) {

        /** Copies the lists. */
        public WalletStatement {
            invoices = List.copyOf(invoices);
            bills = List.copyOf(bills);
            movements = List.copyOf(movements);
        }

        /** Returns the balance after the last movement. */
        public WalletBalance closing() {
            WalletBalance balance = opening;
            for (WalletMovement movement : movements) {
                balance = balance.plus(movement.change());
            }
            return balance;
        }

        /** Returns the sum of the daily bills, by source. */
        public PaymentParts billed() {
            return bills.stream().map(DailyBill::payment).reduce(PaymentParts.nothing(currency), PaymentParts::plus);
        }
    }

    /**
     * An invoice or credit note of the month.
     *
     * @param number null in a draft
     */
    public record StatementInvoice(
            DocumentKind kind,
            DocumentState state,
            @Nullable String number,
            Money total) {}

    /** The bill of a day with its payments up to the end of the month. */
    public record DailyBill(BillingDay day, PaymentParts payment) {}

    /**
     * The change of a wallet by movements of one kind on one day.
     *
     * @param change amounts by which the balance grows; below zero takes from it
     */
    public record WalletMovement(BillingDay day, LedgerEntryType type, WalletBalance change) {}
}
