package io.billingcenter.domain.document;

import io.billingcenter.domain.invoicing.Buyer;
import java.util.Currency;

/** The choice of the language of documents. */
public enum LanguageChoice {
    /** English for all accounts. */
    EN,
    /** Chinese for all accounts. */
    ZH,
    /** By the country of the buyer, else by the currency: Chinese for CN, and for CNY without a country. */
    BY_ACCOUNT;

    private static final String CHINA = "CN";
    private static final String RENMINBI = "CNY";

    /** Returns the language of a document. */
    public DocumentLanguage of(Buyer buyer, Currency currency) {
        return switch (this) {
            case EN -> DocumentLanguage.ENGLISH;
            case ZH -> DocumentLanguage.CHINESE;
            case BY_ACCOUNT -> isChinese(buyer, currency) ? DocumentLanguage.CHINESE : DocumentLanguage.ENGLISH;
        };
    }

    private static boolean isChinese(Buyer buyer, Currency currency) {
        return buyer.country().isEmpty()
                ? currency.getCurrencyCode().equals(RENMINBI)
                : buyer.country().equals(CHINA);
    }
}
