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
 * @param refersTo number of the invoice that a credit note changes, or that a new invoice replaces; null if there is none
 */
public record DocumentHead(
        DocumentKind kind,
        DocumentState state,
        @Nullable String number,
        @Nullable String refersTo,
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
        if (kind == DocumentKind.CREDIT_NOTE && refersTo == null) {
            throw new IllegalArgumentException(
                    "Expected credit note " + number + " to refer to an invoice, found none");
        }
    }

    /**
     * A billing account as documents name it.
     *
     * @param name name of the account
     */
    public record DocumentAccount(BillingAccountId id, String name) {}
}
