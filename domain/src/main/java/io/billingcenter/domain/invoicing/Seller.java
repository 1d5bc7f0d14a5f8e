package io.billingcenter.domain.invoicing;

/**
 * The party that issues the invoices in a currency. Every text may be empty.
 *
 * @param name registered name
 * @param address postal address on one line
 * @param taxId tax number, VAT id or the like
 * @param bank bank and account number to which invoices are paid
 */
public record Seller(String name, String address, String taxId, String bank) {

    /** The seller of a currency without settings. */
    public static final Seller NONE = new Seller("", "", "", "");
}
