package io.billingcenter.domain.document;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The languages of documents. */
public enum DocumentLanguage {
    ENGLISH("en", Locale.ENGLISH),
    CHINESE("zh", Locale.SIMPLIFIED_CHINESE);

    private final String code;
    private final Locale locale;

    DocumentLanguage(String code, Locale locale) {
        this.code = code;
        this.locale = locale;
    }

    /** Returns the ISO 639-1 code. */
    public String code() {
        return code;
    }

    /** Returns the locale of the texts. */
    public Locale locale() {
        return locale;
    }

    /** Returns the constant with the given code, if there is one. */
    public static Optional<DocumentLanguage> ofCode(String code) {
        return Stream.of(values())
                .filter(language -> language.code.equals(code))
                .findFirst();
    }
}
