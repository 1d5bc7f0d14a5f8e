package io.billingcenter.domain.document;

/**
 * The seller or the buyer of a document. A text that is not known is empty.
 *
 * @param name title of the company or person
 */
public record DocumentParty(
        String name, String taxId, String address, String phone, String bank, String bankAccount, String email) {

    /** Returns a party of which only the name is known. */
    public static DocumentParty named(String name) {
        return new DocumentParty(name, "", "", "", "", "", "");
    }
}
