package io.billingcenter.writers.files.document;

import io.billingcenter.domain.document.DocumentLanguage;
import java.io.IOException;
import java.io.StringReader;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The texts of documents by language, from the files {@code documents_<language>.properties}. */
final class DocumentTexts {

    private final DocumentTemplates templates;
    private final Map<DocumentLanguage, Map<String, String>> languages = new ConcurrentHashMap<>();

    DocumentTexts(DocumentTemplates templates) {
        this.templates = templates;
    }

    /**
     * Returns the text of a key.
     *
     * @throws TemplateException if there is none
     */
    String text(DocumentLanguage language, String key) {
        String text = all(language).get(key);
        if (text == null) {
            throw new TemplateException(
                    "Expected a text of key " + key + " in " + fileName(language) + ", found none; add the key");
        }
        return text;
    }

    /** Returns the text of a key with {@code {0}}, {@code {1}} replaced by the values. */
    String text(DocumentLanguage language, String key, Object... values) {
        String text = text(language, key);
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", values[i].toString());
        }
        return text;
    }

    /** Returns all texts of a language, by key. */
    Map<String, String> all(DocumentLanguage language) {
        return languages.computeIfAbsent(language, this::read);
    }

    private Map<String, String> read(DocumentLanguage language) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(templates.text(fileName(language))));
        } catch (IOException | IllegalArgumentException e) {
            throw new TemplateException(
                    "Expected " + fileName(language) + " to be a file of properties, found " + e.getMessage()
                            + "; correct the file",
                    e);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(key -> key, properties::getProperty));
    }

    private static String fileName(DocumentLanguage language) {
        return String.format(Locale.ROOT, "documents_%s.properties", language.code());
    }
}
