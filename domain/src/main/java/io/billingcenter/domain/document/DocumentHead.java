package io.billingcenter.domain.document;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.invoicing.DocumentKind;
import io.billingcenter.domain.time.BillingMonth;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * The identity of a document: its kind, state, number and account.
 *
 * @param number null for a draft
 */
public record DocumentHead(
        DocumentKind kind,
        DocumentState state,
        @Nullable String number,
        Correction correction,
        DocumentAccount account,
        BillingMonth month,
        Currency currency,
        DocumentDates dates) {

    /** Checks that exactly the drafts have no number, and that a credit note refers to an invoice. */
    public DocumentHead {
        if ((state == DocumentState.DRAFT) != (number == null)) {
            throw new IllegalArgumentException("Expected a number unless the document of " + account.id()
                    + " is a draft, found state " + state.code() + " and number " + number);
        }
        if (kind == DocumentKind.CREDIT_NOTE && correction.refersTo() == null) {
            throw new IllegalArgumentException(
                    "Expected credit note " + number + " to refer to an invoice, found none");
        }
    }

    /** Returns the number of the invoice that the document refers to; null if there is none. */
    public @Nullable String refersTo() {
        return correction.refersTo();
    }

    /**
     * The relation of a document to the documents that it corrects or is corrected by.
     *
     * @param refersTo number of the invoice that a credit note changes, or that a new invoice replaces; null if there is none
     * @param replacedBy number of the invoice that has taken the place of a void one; null if there is none
     * @param reason reason of a credit note, as it was given; empty for other documents
     */
    public record Correction(
            @Nullable String refersTo, @Nullable String replacedBy, String reason) {

        /** The relation of a document that corrects nothing and was not corrected. */
        public static final Correction NONE = new Correction(null, null, "");
    }

    /**
     * A billing account as documents name it.
     *
     * @param name name of the account
     */
    public record DocumentAccount(BillingAccountId id, String name) {}
}
