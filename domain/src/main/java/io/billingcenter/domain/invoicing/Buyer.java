package io.billingcenter.domain.invoicing;

/**
 * The party to which an invoice is addressed, as it is printed on documents. Every text but the title may be empty.
 *
 * @param title registered name; empty only for {@link #NONE}
 * @param taxId tax number, VAT id or the like
 * @param address postal address on one line
 * @param phone telephone number
 * @param bank name of its bank
 * @param bankAccount account number at the bank
 * @param email address for notices about invoices
 * @param country ISO 3166-1 code of two letters
 * @param reference text by which the buyer assigns an invoice, such as an order number
 * @param endpointScheme scheme of the electronic address, such as {@code 0088}
 * @param endpoint electronic address for e-invoices
 */
public record Buyer(
        String title,
        String taxId,
        String address,
        String phone,
        String bank,
        String bankAccount,
        String email,
        String country,
        String reference,
        String endpointScheme,
        String endpoint) {

    /** The buyer of an account without an invoice profile. */
    public static final Buyer NONE = new Buyer("", "", "", "", "", "", "", "", "", "", "");

    /** Returns whether an invoice profile names the buyer. */
    public boolean isKnown() {
        return !title.isEmpty();
    }
}
