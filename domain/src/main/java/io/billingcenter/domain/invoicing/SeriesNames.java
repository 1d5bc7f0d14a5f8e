package io.billingcenter.domain.invoicing;

import java.util.Currency;

/**
 * The names of the series of numbers. Each seller, and so each currency, has its own for every kind of documents: the name in
 * the settings for CNY, and the name with the currency, like {@code INV-USD}, for others.
 *
 * @param invoices name for invoices
 * @param creditNotes name for credit notes
 */
public record SeriesNames(String invoices, String creditNotes) {

    private static final String HOME_CURRENCY = "CNY";

    /** Returns whether a currency without documents begins a series that has the currency in its name. */
    public static boolean isApart(Currency currency) {
        return !currency.getCurrencyCode().equals(HOME_CURRENCY);
    }

    /**
     * Returns the name of a series.
     *
     * @param apart whether it has the currency in its name
     */
    public String of(DocumentKind document, Currency currency, boolean apart) {
        String name = switch (document) {
            case INVOICE -> invoices;
            case CREDIT_NOTE -> creditNotes;
        };
        return apart ? name + "-" + currency.getCurrencyCode() : name;
    }
}
