package io.billingcenter.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares {@code docs/glossary.md} with the types of all modules and with all other pages. */
class GlossaryTest {

    private static final String WORDS_TO_AVOID = "## Words to avoid";
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern WORD_OF_A_NAME = Pattern.compile("[A-Z]+(?![a-z])|[A-Z][a-z0-9]*");

    /** Types that still have such a name; this list only gets shorter. */
    private static final Set<String> TO_BE_RENAMED = Set.of("Mended", "Payer");

    private final String glossary = Documents.text(Documents.GLOSSARY);
    private final List<List<String>> terms = rows(glossary.substring(0, glossary.indexOf(WORDS_TO_AVOID)));
    private final List<String> avoided = rows(glossary.substring(glossary.indexOf(WORDS_TO_AVOID))).stream()
            .flatMap(row -> code(row.get(0)).stream())
            .toList();

    @Test
    void hasEachTermOnce() {
        Map<String, Long> counts = terms.stream()
                .flatMap(row -> Stream.of(row.get(0).split(", ")))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        assertThat(counts)
                .hasSizeGreaterThan(100)
                .allSatisfy((term, count) -> assertThat(count).as(term).isEqualTo(1));
    }

    @Test
    void namesTypesThatExist() {
        Map<String, String> types = Sources.types();

        for (List<String> row : terms) {
            assertThat(row).as("columns of %s", row).hasSize(3);
            assertThat(row.get(2)).as(row.get(0)).matches("-|(`[^`]+`(, )?)+");
            for (String type : code(row.get(2))) {
                assertThat(exists(type, types)).as("%s: %s", row.get(0), type).isTrue();
            }
        }
    }

    @Test
    void hasNoDashWhereATypeHasTheNameOfTheTerm() {
        Set<String> types = Sources.topLevelTypes();

        assertThat(terms.stream()
                        .filter(row -> row.get(2).equals("-"))
                        .flatMap(row -> Stream.of(row.get(0).split(", ")))
                        .filter(term -> types.contains(typeName(term))))
                .isEmpty();
    }

    @Test
    void typesAvoidItsWordsToAvoid() {
        List<String> found = new ArrayList<>();
        Set<String> types = new TreeSet<>(Sources.types().keySet());
        types.removeAll(TO_BE_RENAMED);
        for (String type : types) {
            String words = WORD_OF_A_NAME
                    .matcher(type)
                    .results()
                    .map(word -> word.group().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(" "));
            avoided.stream()
                    .filter(phrase -> pattern(phrase).matcher(words).find())
                    .forEach(phrase -> found.add(type + ": " + phrase));
        }

        assertThat(found).isEmpty();
    }

    @Test
    void pagesAvoidItsWordsToAvoid() throws IOException {
        assertThat(avoided).hasSizeGreaterThan(30);
        List<String> found = new ArrayList<>();
        for (Path page : Documents.pages()) {
            String prose = Documents.prose(withoutTheTable(Documents.text(page)));
            for (String phrase : avoided) {
                if (pattern(phrase).matcher(prose).find()) {
                    found.add(Workplace.HOME.relativize(page) + ": " + phrase);
                }
            }
        }

        assertThat(found).isEmpty();
    }

    private static String withoutTheTable(String page) {
        int start = page.indexOf(WORDS_TO_AVOID);
        return start < 0 ? page : page.substring(0, start);
    }

    /** Matches the phrase as whole words, over the end of a line too, in the singular and in the plural. */
    private static Pattern pattern(String phrase) {
        return Pattern.compile("(?i)\\b" + phrase.replace(" ", "\\s+") + "(s|es)?\\b");
    }

    private static boolean exists(String type, Map<String, String> types) {
        if (type.startsWith("java.")) {
            return isOfTheJdk(type);
        }
        String[] parts = type.split("\\.");
        String text = types.get(parts[0]);
        return text != null && (parts.length == 1 || text.contains(parts[1]));
    }

    private static boolean isOfTheJdk(String type) {
        try {
            Class.forName(type);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** Returns the name that a type for a term would have: {@code price book} gives {@code PriceBook}. */
    private static String typeName(String term) {
        return Stream.of(term.split("[ -]"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    private static List<String> code(String cell) {
        Matcher code = CODE.matcher(cell);
        return code.results().map(match -> match.group(1)).toList();
    }

    /** Returns the cells of all rows of all tables, without heads. */
    private static List<List<String>> rows(String text) {
        List<List<String>> rows = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (line.startsWith("|---")) {
                rows.remove(rows.size() - 1);
            } else if (line.startsWith("| ")) {
                rows.add(Stream.of(line.substring(2, line.length() - 2).split(" \\| "))
                        .map(String::strip)
                        .toList());
            }
        }
        return rows;
    }
}
