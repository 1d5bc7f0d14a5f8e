package io.billingcenter.domain.document;

/**
 * The electronic address from which e-invoices are sent.
 *
 * @param country country of the seller, ISO 3166-1 code of two letters
 * @param scheme scheme of the address, such as {@code 0195}
 * @param endpoint the address
 */
public record SellerEndpoint(String country, String scheme, String endpoint, TaxTreatment tax) {}
