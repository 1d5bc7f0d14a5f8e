package io.billingcenter.config;

import io.billingcenter.domain.invoicing.Seller;
import java.util.Currency;
import java.util.Locale;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The party that issues invoices in a currency, {@code billing.seller.<currency>}.
 *
 * @param name registered name
 * @param address postal address
 * @param taxId tax number or VAT id
 * @param bank bank and account number
 */
public record SellerSettings(
        String name,
        @DefaultValue("") String address,
        @DefaultValue("") String taxId,
        @DefaultValue("") String bank) {

    /** Checks that there is a name. */
    public SellerSettings {
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("Expected billing.seller.<currency>.name to be set, found nothing");
        }
    }

    Seller seller() {
        return new Seller(name, address, taxId, bank);
    }

    /** Returns the currency of that code, in any case: the binder may have changed it. */
    static Currency requireCurrency(String code) {
        try {
            return Currency.getInstance(code.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "Expected billing.seller.<currency> to name a currency like CNY, found '" + code + "'", e);
        }
    }
}
