package io.billingcenter.domain.journal;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.digest.Digests;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;

/**
 * The document that a journal entry stands for.
 *
 * @param source invoice number, or id of the ledger request
 * @param kind invoice, credit note or movement of the ledger
 * @param day invoice date, or day of the movement
 * @param due day by which an invoice is to be paid; of other documents the same as {@code day}
 * @param month billing month to which the entry belongs
 * @param accountName name of the billing account; its id where it has none
 */
public record JournalDocument(
        String source,
        Kind kind,
        BillingDay day,
        BillingDay due,
        BillingMonth month,
        BillingAccountId account,
        String accountName) {

    private static final int LONGEST_NUMBER = 36;
    private static final int DIGITS = 12;

    /** The kinds of documents. */
    public enum Kind {
        /** An invoice. */
        INVOICE("invoice"),
        /** A credit note. */
        CREDIT_NOTE("credit note"),
        /** The purchase of a prepaid card. */
        PURCHASE("card bought"),
        /** A recharge. */
        RECHARGE("recharge"),
        /** The expiry of a prepaid card. */
        EXPIRE("card expired"),
        /** The clearing of arrears. */
        CLEAR("arrears cleared");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** Returns the description for people. */
        public String text() {
            return text;
        }
    }

    /**
     * Returns the number of the document in at most 36 characters: the source, or its beginning and digits of its SHA-256 digest
     * if it is longer.
     */
    public String number() {
        return source.length() <= LONGEST_NUMBER
                ? source
                : source.substring(0, LONGEST_NUMBER - DIGITS - 1)
                        + '~'
                        + Digests.sha256(source).substring(0, DIGITS);
    }

    /** Returns whether the document has lines of revenue. */
    public boolean isInvoiceOrCreditNote() {
        return kind == Kind.INVOICE || kind == Kind.CREDIT_NOTE;
    }
}
