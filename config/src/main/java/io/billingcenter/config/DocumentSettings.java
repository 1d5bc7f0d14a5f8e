package io.billingcenter.config;

import io.billingcenter.domain.document.LanguageChoice;
import io.billingcenter.domain.document.SellerEndpoint;
import io.billingcenter.domain.document.TaxTreatment;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of documents, {@code billing.documents}.
 *
 * @param language language of invoices, credit notes and statements
 * @param templates folder of templates, style sheets and texts, each of which takes the place of the shipped file of its name
 * @param einvoice electronic addresses from which e-invoices are sent, by currency; none makes no e-invoices
 */
public record DocumentSettings(
        @DefaultValue("by-account") LanguageChoice language,
        @DefaultValue("config/templates") String templates,
        @Nullable Map<String, Endpoint> einvoice) {

    /**
     * The electronic address of the seller of a currency.
     *
     * @param country ISO 3166-1 code of two letters
     * @param endpointScheme scheme of the address, such as {@code 0195}
     * @param endpoint the address
     * @param tax treatment of value added tax
     */
    public record Endpoint(
            String country,
            String endpointScheme,
            String endpoint,
            @DefaultValue("reverse-charge") TaxTreatment tax) {

        /** Checks that everything is there. */
        public Endpoint {
            require("country", country);
            require("endpoint-scheme", endpointScheme);
            require("endpoint", endpoint);
        }

        private static void require(String name, @Nullable String value) {
            if (value == null || value.isBlank()) {
                throw new IllegalArgumentException(
                        "Expected billing.documents.einvoice.<currency>." + name + " to be set, found nothing");
            }
        }
    }

    /** Copies the addresses and checks the currencies. */
    public DocumentSettings {
        Map<String, Endpoint> checked = new TreeMap<>();
        if (einvoice != null) {
            einvoice.forEach((currency, endpoint) ->
                    checked.put(SellerSettings.requireCurrency(currency).getCurrencyCode(), endpoint));
        }
        einvoice = checked;
    }

    /** Returns the address of the seller of a currency, if there is one. */
    public Optional<SellerEndpoint> endpoint(Currency currency) {
        Endpoint endpoint = einvoice == null ? null : einvoice.get(currency.getCurrencyCode());
        return Optional.ofNullable(endpoint)
                .map(of -> new SellerEndpoint(of.country(), of.endpointScheme(), of.endpoint(), of.tax()));
    }

    /** Returns whether e-invoices are made in any currency. */
    public boolean makesElectronicInvoices() {
        return einvoice != null && !einvoice.isEmpty();
    }
}
