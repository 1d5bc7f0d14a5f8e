package io.billingcenter.domain.focus;

import io.billingcenter.domain.time.BillingDay;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Takes the charges of a month in a stable order: account by account, those of each document together. */
public interface ChargeVisitor {

    /**
     * Begins the charges of an account in a currency.
     *
     * @param invoice null if no invoice asks for anything
     */
    void beginAccount(@Nullable FocusInvoice invoice);

    /**
     * Takes a line. Lines come by workspace, those that the wallet pays before others, and by item; those of closed months after
     * the others of the same item, by billing day.
     */
    void line(PostedLine line);

    /** Ends the lines of the invoice. */
    void endInvoice();

    /** Begins a credit note. */
    void beginCreditNote(FocusInvoice creditNote);

    /** Takes a line of the credit note. */
    void credit(CreditedLine line);

    /** Takes a charge that stands on no document. */
    void charge(Charge charge);

    /**
     * The amount of a line that a credit note gives back.
     *
     * @param id of the posting
     * @param amount below zero
     * @param paid what it is given back to, below zero
     */
    record CreditedLine(
            String id,
            ChargeOwner owner,
            BillingDay billingDay,
            String item,
            BigDecimal amount,
            PostedLine.Payment paid,
            boolean isVendor) {}
}
