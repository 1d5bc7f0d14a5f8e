package io.billingcenter.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks the texts of queries: numbers are inserted as text, since {@code %d} prints the digits of the default locale. */
class QueryTextsTest {

    private static final Pattern LOCALIZED = Pattern.compile("%(?:[0-9]+\\$)?,?d");

    @Test
    void numbersDoNotDependOnTheLocale() {
        List<String> localized = Stream.of("readers", "writers")
                .flatMap(module -> Sources.texts(module).entrySet().stream())
                .filter(source -> source.getKey().toString().contains("/tables/"))
                .filter(source -> LOCALIZED.matcher(source.getValue()).find())
                .map(source -> source.getKey().toString())
                .toList();

        assertThat(localized).isEmpty();
    }
}
